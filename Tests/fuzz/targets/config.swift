import JSON5
import Source

@testable import Configuration

/// The portal's config: it is read, or every mistake has a place in the file and a sentence.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let file = Array(UnsafeBufferPointer(start: data, count: size))
    let noted = Noted()
    do throws(Problems) {
        let document = try readJSON5(file, file: "portal.json5")
        _ = read(.object(PortalConfig.keys), from: document, into: PortalConfig(), noting: noted)
    } catch {
        noted.problems += error.all
    }
    let lines = file.count(where: { $0 == 10 || $0 == 13 }) + 1
    for problem in noted.problems {
        precondition(problem.description.hasPrefix("portal.json5:"), "\(problem)")
        precondition((1...lines).contains(problem.position.line), "\(problem)")
        precondition(problem.excerpt != nil, "\(problem)")
    }
    return 0
}
