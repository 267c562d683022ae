import BuiltIn
import JSON5
import Persian
import Portal
import Source

extension NewPortal {
    /// The files of the new site, sorted by path: the example's, but for what only the example can say.
    public func files() throws(Problems) -> [BuiltInFile] {
        var files: [BuiltInFile] = []
        for file in BuiltIn.site.files where isInLanguages(file.path) && !isOnlyTheExamples(file.path) {
            switch file.path {
            case "portal.json5": files.append(try config(file))
            case "units.json5": files.append(try units(file))
            default: files.append(BuiltIn.starter[file.path].map { filled($0) } ?? file)
            }
        }
        return files
    }

    /// Whether a file is needed: those of a language lie in a folder of its name, or are named after it.
    private func isInLanguages(_ path: String) -> Bool {
        let words = path.split { $0 == "/" || $0 == "." }
        return !Language.allCases.contains { language in
            !languages.contains(language) && words.contains { $0 == language.rawValue }
        }
    }

    /// Whether a file is of use to the example alone: its units' forms, and its news but for what beginners have.
    private func isOnlyTheExamples(_ path: String) -> Bool {
        let folders = path.split(separator: "/").dropLast()
        return BuiltIn.starter[path] == nil && (folders.contains("forms") || folders.contains("news"))
    }

    /// The example's config, comment by comment, with this portal's values.
    private func config(_ example: BuiltInFile) throws(Problems) -> BuiltInFile {
        var changes: [(key: String, value: String)] = [
            ("name", inLanguages(name)), ("organisation", inLanguages(organisation)), ("address", jsonString(address)),
            ("languages", "[\(languages.map { jsonString($0.rawValue) }.joined(separator: ", "))]"),
            ("home", jsonString(home)),
        ]
        if let gateway = sms.config { changes.append(("sms", gateway)) }
        return try example.replacing(changes)
    }

    /// The units to begin with, below the explanation of the example's.
    private func units(_ example: BuiltInFile) throws(Problems) -> BuiltInFile {
        let explanation = example.bytes.prefix(try readJSON5(example.bytes, file: example.path).root.offset)
        let units = BuiltIn.starter[example.path].map { filled($0).bytes } ?? []
        return BuiltInFile(path: example.path, bytes: explanation + units)
    }

    /// `{{organisation}}`, `{{phone}}`, `{{dialled}}` and `{{date}}`, as the language of the file's folder writes them.
    private func filled(_ file: BuiltInFile) -> BuiltInFile {
        let language = Language.allCases.first { file.path.hasPrefix("pages/\($0.rawValue)/") }
        let values = [
            "{{organisation}}": organisation[language ?? .persian],
            "{{date}}": language == .persian ? today.persian : today.english,
            "{{dialled}}": TelephoneNumber(phone)?.dialled ?? "",
            "{{phone}}": language == .persian ? isolated(persianDigits(phone)) : phone,
        ]
        var text = file.text
        for (slot, value) in values {
            text = text.split(separator: slot, omittingEmptySubsequences: false).joined(separator: value)
        }
        return BuiltInFile(path: file.path, bytes: Array(text.utf8))
    }

    /// The day on which the portal begins, in ASCII digits, by the calendar of each language.
    private var today: (persian: String, english: String) {
        let offset = PortalSettings().utcOffset
        return (
            (try? SolarHijriDate(utcSeconds: begins, offset: offset)).map { asciiDigits($0.short) } ?? "",
            (try? GregorianDate(utcSeconds: begins, offset: offset))?.short ?? ""
        )
    }

    private func inLanguages(_ text: LocalizedText) -> String {
        "{ " + languages.map { "\($0.rawValue): \(jsonString(text[$0]))" }.joined(separator: ", ") + " }"
    }
}

/// The whole example, with its home inside its own folder.
public func exampleFiles(home: String) throws(Problems) -> [BuiltInFile] {
    var files: [BuiltInFile] = []
    for file in BuiltIn.site.files {
        files.append(file.path == "portal.json5" ? try file.replacing([("home", jsonString(home))]) : file)
    }
    return files
}

extension BuiltInFile {
    /// A JSON5 file with other values at some of its outermost keys; everything else stays to the byte.
    fileprivate func replacing(_ changes: [(key: String, value: String)]) throws(Problems) -> BuiltInFile {
        let root = try readJSON5(bytes, file: path).root
        let places = changes.compactMap { change in root.member(change.key).map { ($0.node, change.value) } }
        var replaced = bytes
        for (node, value) in places.sorted(by: { $0.0.offset > $1.0.offset }) {
            replaced.replaceSubrange(node.offset..<node.end, with: Array(value.utf8))
        }
        return BuiltInFile(path: path, bytes: replaced)
    }
}
