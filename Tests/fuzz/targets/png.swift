/// A PNG, as it comes and with its checksums put right.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let file = Array(UnsafeBufferPointer(start: data, count: size))
    inspect(file)
    inspect(withSumsMended(file))
    return 0
}
