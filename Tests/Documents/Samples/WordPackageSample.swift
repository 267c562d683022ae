/// Word files of 2007 and later, put together by hand.
struct WordPackageSample {
    static let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    static let relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    var types = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="\(main)"/></Types>
        """
    /// The relationships of the settings.
    var relationships = ""
    var more: [ZipSample.Entry] = []

    var entries: [ZipSample.Entry] {
        [
            .init("[Content_Types].xml", text: types), .init("_rels/.rels", text: Self.relationships()),
            .init("word/document.xml", text: "<w:document/>"),
            .init("word/_rels/settings.xml.rels", text: Self.relationships(relationships)),
        ] + more
    }

    var file: [UInt8] { ZipSample(entries: entries).file }

    /// A file with one relationship of the settings.
    static func relating(_ type: String, _ target: String, mode: String? = "External") -> [UInt8] {
        var sample = WordPackageSample()
        let mode = mode.map { " TargetMode=\"\($0)\"" } ?? ""
        sample.relationships = "<Relationship Id=\"r1\" Type=\"\(relationship)/\(type)\" Target=\"\(target)\"\(mode)/>"
        return sample.file
    }

    static func relationships(_ content: String = "") -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(content)</Relationships>"
    }
}
