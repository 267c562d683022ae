extension ExpectedValue {
    /// What a file must hold for a value of this Swift type.
    init(_ type: Any.Type) {
        switch unwrapped(type) {
        case is String.Type: self = .string
        case is Bool.Type: self = .boolean
        case let integer as any FixedWidthInteger.Type: self = Self.range(of: integer)
        case is any BinaryFloatingPoint.Type: self = .number
        case is any KeyedValues.Type: self = .object
        case is any ListedValues.Type: self = .list
        case let other: self = .value(ofType: "\(other)")
        }
    }

    var isNumber: Bool {
        switch self {
        case .wholeNumber, .number: true
        default: false
        }
    }

    private static func range<Number: FixedWidthInteger>(of type: Number.Type) -> ExpectedValue {
        .wholeNumber(lowest: "\(Number.min)", highest: "\(Number.max)")
    }
}

/// The raw values of an enum of strings that lists its cases; nil for other types.
func stringChoices(of type: Any.Type) -> [String]? {
    func choices<Choice: CaseIterable>(_ type: Choice.Type) -> [String] {
        type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
    }
    guard let iterable = unwrapped(type) as? any CaseIterable.Type else { return nil }
    let found = choices(iterable)
    return found.isEmpty ? nil : found
}

private func unwrapped(_ type: Any.Type) -> Any.Type {
    (type as? any WrappedValue.Type)?.wrapped ?? type
}

private protocol KeyedValues {}
extension Dictionary: KeyedValues {}

private protocol ListedValues {}
extension Array: ListedValues {}
extension Set: ListedValues {}

private protocol WrappedValue {
    static var wrapped: Any.Type { get }
}
extension Optional: WrappedValue {
    static var wrapped: Any.Type { Wrapped.self }
}
