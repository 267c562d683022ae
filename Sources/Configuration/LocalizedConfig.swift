import JSON5
import Portal

/// A text in each language, as `{ fa: "…", en: "…" }`.
struct LocalizedConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable { case fa, en }

    let text: LocalizedText

    init(reading object: ObjectReader<CodingKeys>) {
        text = LocalizedText(
            persian: object.value(.fa, default: ""), english: object.value(.en, default: ""))
    }
}

extension LocalizedText {
    /// The mistakes of a text that lacks one of the portal's languages.
    func problems(at path: [PathStep], in document: Document, languages: [Language]) -> [Problem] {
        languages.filter { self[$0].isEmpty }.map { language in
            document.problem(at: path, "lacks its text in \(language.rawValue), expected \(language.rawValue): \"…\"")
        }
    }
}
