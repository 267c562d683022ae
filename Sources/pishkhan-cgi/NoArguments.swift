// A CGI program has no arguments of its own: what a server puts there (RFC 3875, section 4.4) comes from the client.
// These two take the place of the same functions of Swift's static runtime, which would look for the arguments in
// /proc/self/maps at every start.

@_cdecl("_swift_stdlib_getUnsafeArgvArgc")
func noArguments(_ count: UnsafeMutablePointer<CInt>) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    count.pointee = 0
    let none = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 1)
    none.initialize(to: nil)
    return none
}

@_cdecl("_swift_stdlib_overrideUnsafeArgvArgc")
func ignoreArguments(_ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, _ count: CInt) {}
