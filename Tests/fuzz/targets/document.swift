/// A file of whatever kind its first bytes say; each kind has a corpus of its own.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    inspect(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}
