/// The theme's page around a page's own content, ready for one language: only slots are left in it.
public struct PageShell: Equatable, Sendable {
    /// What is filled in for each page.
    public enum Slot: String, CaseIterable, Sendable {
        /// The title, as text.
        case title
        /// What only this page has in its head, as HTML.
        case head
        /// The page's own content, as HTML.
        case main
        /// The links to the same page in other languages, as HTML.
        case languages
        /// Who is signed in and the way out, as HTML.
        case account
    }

    /// The shell as a table of strings: literal text and slot names in turn.
    public let table: StringTable

    /// A shell from its table.
    public init(table: StringTable) { self.table = table }

    /// A shell from its text, in which nothing but open slots may hold a zero byte.
    public init(text: [UInt8]) { table = StringTable(bytes: text + [0]) }

    /// How an open slot stands in a shell's text: between the zero bytes that part the strings of a table.
    public static func open(_ slot: Slot) -> [UInt8] { [0] + slot.rawValue.utf8 + [0] }

    /// The slots, in the order in which they stand; one may stand several times.
    public var slots: [Slot] {
        stride(from: 1, to: table.count, by: 2).compactMap { Slot(rawValue: table[$0]) }
    }

    /// The whole page.
    ///
    /// - Parameter room: about how many bytes the slots will take.
    public func filled(room: Int, _ value: (Slot) -> [UInt8]) -> [UInt8] {
        var page: [UInt8] = []
        page.reserveCapacity(table.bytes.count + room)
        for place in 0..<table.count {
            if place % 2 == 0 {
                table.bytes(at: place).withUnsafeBufferPointer { page.append(contentsOf: $0) }
            } else if let slot = Slot(rawValue: table[place]) {
                page += value(slot)
            }
        }
        return page
    }
}
