// What Swift's static runtime and the static C library do at every start and a CGI program has no use for: these functions
// take the place of theirs of the same names.

// Arguments: a CGI program has none of its own, what a server puts there (RFC 3875, section 4.4) comes from the client.
// The runtime would look for them in /proc/self/maps.

@_cdecl("_swift_stdlib_getUnsafeArgvArgc")
func noArguments(_ count: UnsafeMutablePointer<CInt>) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    count.pointee = 0
    let none = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 1)
    none.initialize(to: nil)
    return none
}

@_cdecl("_swift_stdlib_overrideUnsafeArgvArgc")
func ignoreArguments(_ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, _ count: CInt) {}

// Programs that help it, such as one that prints a backtrace: the sandbox lets none start. The runtime would look for that
// one in eight folders.

@_cdecl("swift_copyAuxiliaryExecutablePath")
func noHelper(_ folder: UnsafePointer<CChar>?, _ name: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? { nil }

// Where the program lies: the C library asks /proc for it, to find shared libraries beside it. A static program has none.

@_cdecl("_dl_get_origin")
func noOrigin() -> UnsafePointer<CChar>? { UnsafePointer(bitPattern: -1) }
