/// A media type with its parameters (RFC 9110, section 8.3.1).
public struct ContentType: Equatable, Sendable, CustomStringConvertible {
    /// `type/subtype` in lower case.
    public let mediaType: String
    /// The parameters; names in lower case, values unquoted.
    public let parameters: Fields

    /// Nil if `text` is not a media type.
    public init?(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }

    /// The media type with its parameters, each quoted where it must be.
    public var description: String {
        var text = mediaType
        for parameter in parameters.pairs {
            let isToken = !parameter.value.isEmpty && parameter.value.utf8.allSatisfy(\.isToken)
            var quoted = ""
            for scalar in parameter.value.unicodeScalars {
                if scalar == "\"" || scalar == "\\" { quoted += "\\" }
                quoted.unicodeScalars.append(scalar)
            }
            text += "; \(parameter.name)=" + (isToken ? parameter.value : "\"\(quoted)\"")
        }
        return text
    }

    init?(bytes: [UInt8]) {
        guard let parsed = try? ParameterizedValue(bytes) else { return nil }
        let halves = parsed.value.utf8.split(separator: .ascii("/"), omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else { return nil }
        mediaType = parsed.value
        parameters = parsed.parameters
    }
}
