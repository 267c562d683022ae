import JSON5

@testable import Configuration

/// The portal's config: it is read, or every mistake has a place in the file and a sentence.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let file = Array(UnsafeBufferPointer(start: data, count: size))
    do throws(Problems) {
        _ = try readLocated(PortalConfig.self, from: file, file: "portal.json5")
    } catch {
        let lines = file.count(where: { $0 == 10 || $0 == 13 }) + 1
        for problem in error.all {
            precondition(problem.description.hasPrefix("portal.json5:"), "\(problem)")
            precondition((1...lines + 2 * size).contains(problem.position.line), "\(problem)")
        }
    }
    return 0
}
