import Mustache

/// A theme's template: it is rendered, with itself as a partial, or a mistake lies inside it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: data, count: size))
    do throws(TemplateFault) {
        let template = try Template(text)
        precondition(text.contains(0x7B) || template.tags.isEmpty)
        let rendered = try template.rendered(
            .object(["a": .list([.text("<"), .object([:])])]), partials: ["p": template])
        precondition(!template.tags.isEmpty || rendered.count <= size)
    } catch {
        precondition((0..<size).contains(error.offset), "\(error)")
    }
    return 0
}
