/// The references that may stand in an attribute's value (XML 1.0, 4.1 and 4.6).
enum XMLReferences {
    private static let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    /// The value with each reference replaced by its character.
    ///
    /// - Throws: `damaged` for a reference to something else.
    static func resolved(_ value: ArraySlice<UInt8>) throws(DocumentDefect) -> String {
        var result: [UInt8] = []
        var rest = value
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            result += rest[..<ampersand]
            // The longest is "#x10FFFF;".
            guard let end = rest[ampersand...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let character = character(String(decoding: rest[(ampersand + 1)..<end], as: UTF8.self))
            else { throw .damaged }
            result += character.utf8
            rest = rest[(end + 1)...]
        }
        return String(decoding: result + rest, as: UTF8.self)
    }

    private static func character(_ reference: String) -> String? {
        guard reference.first == "#" else { return names[reference] }
        let digits = reference.dropFirst()
        let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap(Unicode.Scalar.init).map { String($0) }
    }
}
