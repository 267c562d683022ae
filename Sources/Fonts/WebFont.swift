/// A font as a file that browsers load.
public struct WebFont: Equatable, Sendable {
    /// The file, WOFF2.
    public let bytes: [UInt8]
    /// Whether it holds a whole range of weights.
    public let isVariable: Bool

    /// Makes a web font of a file: what is WOFF2 stays as it is, and a TrueType or OpenType font keeps what Persian needs.
    public init(_ file: [UInt8]) throws(FontFault) {
        if let isVariable = WOFF2.isVariable(file) {
            self.isVariable = isVariable
            bytes = file
        } else {
            isVariable = try SFNT(file).isVariable
            bytes = try WOFF2.packed(try subset(file))
        }
    }
}
