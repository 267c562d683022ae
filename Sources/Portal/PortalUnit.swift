import Desk

/// A unit as the portal shows it.
///
/// It is a reference to its fields, of which there are new ones with each change: lists, trees and pages all hold the same
/// thousands of units, and copying twenty texts each time would be a third of the making of a release.
@dynamicMemberLookup
public struct PortalUnit: Equatable, Sendable {
    @usableFromInline final class Shared: Sendable {
        @usableFromInline let fields: UnitFields
        /// What the unit was read from; nil for one that is new.
        let record: [UInt8]?

        init(_ fields: UnitFields, record: [UInt8]?) {
            self.fields = fields
            self.record = record
        }
    }

    @usableFromInline private(set) var shared: Shared

    /// A unit with those fields.
    public init(_ fields: UnitFields) { self.init(fields, record: nil) }

    /// A unit that was read from its record.
    init(_ fields: UnitFields, record: [UInt8]?) { shared = Shared(fields, record: record) }

    /// A unit with the defaults.
    public init(id: String, title: LocalizedText) { self.init(UnitFields(id: id, title: title)) }

    /// All its fields; whoever changes several does so in a copy of them.
    public var fields: UnitFields { shared.fields }

    /// Its id, for which `\.id` stands as well: a key path through another one is looked up each time that it is used.
    @inlinable public var id: String { shared.fields.id }

    /// One of its fields.
    @inlinable public subscript<Value>(dynamicMember field: KeyPath<UnitFields, Value>) -> Value {
        shared.fields[keyPath: field]
    }

    /// One of its fields.
    public subscript<Value>(dynamicMember field: WritableKeyPath<UnitFields, Value>) -> Value {
        @inlinable get { shared.fields[keyPath: field] }
        set {
            var changed = shared.fields
            changed[keyPath: field] = newValue
            shared = Shared(changed, record: nil)
        }
    }

    /// Whether they are one and the same, which is seen at once; two that were read apart may be equal all the same.
    public func isIdentical(to other: PortalUnit) -> Bool { shared === other.shared }

    /// Whether all their fields are the same.
    public static func == (one: PortalUnit, other: PortalUnit) -> Bool {
        one.shared === other.shared || one.shared.fields == other.shared.fields
    }

    /// The unit as the desk's rules see it.
    public func recipient(in language: Language) -> Unit {
        Unit(
            id: self.id, title: self.title[language], takesLetters: self.takesLetters && self.replacedBy == nil,
            isOpen: self.isOpen, opens: self.opens, closes: self.closes,
            requiredAttachments: self.requiredAttachments[language])
    }
}
