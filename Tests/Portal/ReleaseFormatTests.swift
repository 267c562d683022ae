import Testing

@testable import Portal

@Test("The release's version says which keys and settings the programs were built with")
func versionIsComputed() {
    #expect(
        ReleaseFormat.version == ReleaseFormat.computed,
        "keys or settings have changed: put \(ReleaseFormat.computed) into ReleaseFormat.version")
}
