import CGI

/// A multipart body with the boundary "X".
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    compareOutcomes(Array(UnsafeBufferPointer(start: data, count: size)), type: "multipart/form-data; boundary=X")
    return 0
}
