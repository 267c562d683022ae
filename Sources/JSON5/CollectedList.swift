/// A list that notes every wrong element instead of stopping at the first, and leaves it out.
///
/// The outermost value of a file may be one: `read(CollectedList<Unit>.self, …)`.
public struct CollectedList<Element: Decodable>: Decodable {
    /// The elements; if none was wrong, at the places that they have in the file.
    public let elements: [Element]

    init(_ elements: [Element]) { self.elements = elements }

    /// Decodes each element by itself.
    public init(from decoder: any Decoder) throws {
        let collector = try decoder.collector
        var container = try decoder.unkeyedContainer()
        var elements: [Element] = []
        elements.reserveCapacity(container.count ?? 0)
        while !container.isAtEnd {
            let index = container.currentIndex
            do {
                elements.append(try container.decode(Element.self))
            } catch {
                collector.report(error, decoding: Element.self, at: decoder.codingPath + [Index(index)])
                // A container stays at an element that it could not decode.
                if container.currentIndex == index { _ = try container.decode(Anything.self) }
            }
        }
        self.elements = elements
    }

    private struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }

    private struct Index: CodingKey {
        let intValue: Int?
        var stringValue: String { "Index \(intValue ?? 0)" }

        init(_ index: Int) { intValue = index }
        init(intValue: Int) { self.init(intValue) }
        init?(stringValue: String) { nil }
    }
}

extension CollectedList: Sendable where Element: Sendable {}
