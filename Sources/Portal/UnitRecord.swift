import Persian

extension PortalUnit {
    /// The unit as a release keeps it: a table of strings.
    public var record: [UInt8] {
        if let record = shared.record { return record }
        var copy = fields
        var table = SettingsTable()
        copy.visit(&table)
        return table.bytes
    }

    /// The unit that `record` gave.
    public init(record: [UInt8]) {
        var fields = UnitFields(id: "", title: LocalizedText())
        SettingsTable.read(record) { fields.visit(&$0) }
        self.init(fields, record: record)
    }
}

extension UnitFields {
    fileprivate mutating func visit(_ table: inout SettingsTable) {
        table.field(&id)
        table.field(&title)
        table.list(&aliases, new: "") { $0.field(&$1) }
        table.optional(&parent, new: "") { $0.field(&$1) }
        table.field(&takesLetters)
        table.field(&isOpen)
        table.optional(&opens, new: DayNumber(0)) { $0.field(&$1) }
        table.optional(&closes, new: DayNumber(0)) { $0.field(&$1) }
        table.field(&guidance)
        table.field(&form)
        table.list(&requiredAttachments.persian, new: "") { $0.field(&$1) }
        table.list(&requiredAttachments.english, new: "") { $0.field(&$1) }
        table.optional(&workingDays, new: 0) { $0.field(&$1) }
        table.field(&phone)
        table.field(&email)
        table.field(&address)
        table.field(&hours)
        table.list(&notify, new: "") { $0.field(&$1) }
        table.optional(&replacedBy, new: "") { $0.field(&$1) }
        table.field(&published.guidance.persian)
        table.field(&published.guidance.english)
        table.field(&published.form)
        table.field(&published.formBytes)
    }
}

extension SettingsTable {
    /// A value that may be missing: a list of one or none.
    fileprivate mutating func optional<Value>(
        _ value: inout Value?, new: Value, _ each: (inout SettingsTable, inout Value) -> Void
    ) {
        var values = value.map { [$0] } ?? []
        list(&values, new: new, each)
        value = values.first
    }

    fileprivate mutating func field(_ value: inout DayNumber) {
        var number = value.value
        field(&number)
        value = DayNumber(number)
    }
}
