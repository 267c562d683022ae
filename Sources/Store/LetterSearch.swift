import Desk
import SQLite

/// Letters of the whole portal, for whoever keeps its machine.
extension Store {
    /// Letters, newest first, those in quarantine among them.
    ///
    /// - Parameters:
    ///   - state: nil for all states.
    ///   - unit: the id of their unit; nil for all units.
    public func letters(inState state: ReviewState.Name?, ofUnit unit: String?, before id: Int?, limit: Int) throws
        -> [Letter]
    {
        let name = state?.rawValue
        return try select(
            """
            letter.id < \(id ?? .max) AND (\(name) IS NULL OR state = \(name)) AND (\(unit) IS NULL OR unit = \(unit))
            ORDER BY letter.id DESC LIMIT \(limit)
            """)
    }

    /// The letter with a tracking code, a receipt number or a letter number, in ASCII digits; nil where there is none.
    public func letter(named name: String) throws -> Letter? {
        if let code = TrackingCode(typed: name), let letter = try select("trackingCode = \(code.digits)").first {
            return letter
        }
        if let id = Int(name), let letter = try select("letter.id = \(id)").first { return letter }
        return try select("letterNumber = \(name)").first
    }

    /// Whether no scanner has looked at a letter's documents yet, though one is to.
    public func isInQuarantine(_ letter: Letter) throws -> Bool {
        try !select("letter.id = \(letter.id) AND unscanned = 1").isEmpty
    }

    /// The hash of a document's bytes as they were received (BLAKE2b, 32 bytes).
    public func hash(of document: LetterDocument, in letter: Letter) throws -> [UInt8] {
        try database.first("SELECT hash FROM document WHERE letter = \(letter.id) AND number = \(document.number)") {
            $0.bytes(0)
        } ?? []
    }
}
