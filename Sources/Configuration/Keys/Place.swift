import Source

/// The mistakes of a reading, as they are found.
final class Noted {
    var problems: [Problem]
    /// The files and folders that were looked into, whether they were there or not.
    var places: [String] = []
    /// The folder of the site, out of which no link may lead; empty for the one that is worked in, nil for none.
    var siteFolder: String?
    /// The same without links on its way, once it was asked for.
    private(set) lazy var realSiteFolder: String? = siteFolder.flatMap { SiteFiles.realPath($0.isEmpty ? "." : $0) }

    init(_ problems: [Problem] = []) { self.problems = problems }

    /// Whether one of them is more than a warning.
    var hasErrors: Bool { problems.contains { $0.weight == .error } }
}

/// Where in a file something is being read, and where its mistakes go.
///
/// One is made for each of the hundred thousand values that a file may have, and its path is asked for only where something
/// is wrong: so each knows its own step and the place around it.
final class Place {
    /// The document and the mistakes, once for all places.
    private final class File {
        let document: Document
        let noted: Noted

        init(_ document: Document, _ noted: Noted) {
            self.document = document
            self.noted = noted
        }
    }

    private let file: File
    private let around: (place: Place, step: PathStep)?

    /// The outermost value of a document.
    init(document: Document, noted: Noted) {
        file = File(document, noted)
        around = nil
    }

    private init(_ step: PathStep, in place: Place) {
        file = place.file
        around = (place, step)
    }

    var document: Document { file.document }
    var noted: Noted { file.noted }

    /// The steps from the outermost value to this one.
    var path: [PathStep] { around.map { $0.place.path + [$0.step] } ?? [] }

    func inside(_ step: PathStep) -> Place { Place(step, in: self) }

    /// The path in words.
    var described: String { document.described(path) }

    /// Notes a mistake at a value.
    func note(_ node: Node, _ wrong: String, expected: String, note: String? = nil) {
        noted.problems.append(document.problem(at: node.offset, wrong, expected: expected, note: note))
    }

    /// Notes that a value is not what it should be.
    func refuse(_ node: Node, expected: String, note: String? = nil) {
        self.note(node, "\(described) is \(node.shown)", expected: expected, note: note)
    }
}

/// An object whose keys have been read, for rules across several of them.
final class ObjectPlace {
    let node: Node
    let place: Place
    /// The keys at which, or inside which, a mistake has been noted.
    var wrong: Set<String> = []

    init(node: Node, place: Place) {
        self.node = node
        self.place = place
    }

    func has(_ key: String) -> Bool { node.member(key) != nil }

    /// Notes a mistake at a key's value, or at the object where the key is missing. A key with a mistake of its own is not
    /// judged again: its value is not what the file says.
    func note(at key: String, _ wrong: String, expected: String) {
        guard self.wrong.insert(key).inserted else { return }
        let path = place.path + [.key(key)]
        place.note(node.member(key)?.node ?? node, "\(place.document.described(path)) \(wrong)", expected: expected)
    }
}

extension Node {
    /// The value in few words: the text or the number itself, and the kind of everything else.
    var shown: String {
        switch content {
        case .string(let text): quoted(text)
        case .number(_, let whole?): "\(whole)"
        case .number(let value, nil): "\(value)"
        case .bool(let value): "\(value)"
        case .array(let elements) where elements.isEmpty: "an empty list"
        case .object, .array, .null: kind.words
        }
    }
}
