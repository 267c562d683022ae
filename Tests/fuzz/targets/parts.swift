@testable import Documents

/// The small parts of a package: content types and relationships.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let part = Array(UnsafeBufferPointer(start: data, count: size))
    _ = try? ContentTypes(reading: part)
    try? Relationships.check(part)
    return 0
}
