/// One step from an object or list to what it holds; a path is `["units", 3, "id"]`.
public enum PathStep: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    /// The place in a list, from 0.
    case index(Int)

    /// The key of an object.
    public init(stringLiteral key: String) { self = .key(key) }

    /// The place in a list, from 0.
    public init(integerLiteral index: Int) { self = .index(index) }
}

extension [PathStep] {
    /// `units[3].title`, or "the file" for the root.
    public var described: String {
        guard !isEmpty else { return "the file" }
        return enumerated().map { place, step in
            switch step {
            case .index(let index): "[\(index)]"
            case .key(let key): (place == 0 ? "" : ".") + (key.isPlainWord ? key : quoted(key))
            }
        }.joined()
    }
}

extension String {
    fileprivate var isPlainWord: Bool {
        !isEmpty && utf8.count <= 60
            && unicodeScalars.allSatisfy {
                $0 == "_" || $0 == "$" || $0 == "\u{200C}" || $0.properties.isIDContinue
            }
    }
}
