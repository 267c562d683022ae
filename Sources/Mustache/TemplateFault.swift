/// What is wrong with a template, and where.
public struct TemplateFault: Error, Equatable, Sendable {
    /// What is wrong.
    public enum Kind: Equatable, Sendable {
        /// A tag begins and does not end.
        case unclosedTag
        /// A tag names nothing, or what it names is no name: it has a space in it, or nothing before or after a dot.
        case badName(String)
        /// A tag of Mustache that these templates have not: inheritance and dynamic names.
        case unsupported(String)
        /// `{{=…=}}` does not hold two delimiters, or one holds `=`.
        case badDelimiters
        /// A section is open at the end of the template.
        case unclosedSection(String)
        /// A section is closed that is not open.
        case unopenedSection(String)
        /// A section is closed by the name of another; the place is the closing tag's, and `opened` the opening tag's.
        case closedByAnother(open: String, opened: Int, close: String)
        /// More than ``Template/deepest`` sections in each other.
        case nestedTooDeeply
        /// There is no partial of this name.
        case missingPartial(String)
        /// This partial would be the one after ``Template/deepest`` that include each other: mostly they do so for ever.
        case endlessPartials(String)
    }

    /// What is wrong.
    public let kind: Kind
    /// The name of the template in which it is wrong.
    public let template: String
    /// The byte at which the tag begins that is wrong.
    public let offset: Int

    /// A fault of a template.
    public init(_ kind: Kind, template: String, offset: Int) {
        self.kind = kind
        self.template = template
        self.offset = offset
    }
}
