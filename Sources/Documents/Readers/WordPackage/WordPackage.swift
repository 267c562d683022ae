/// Reads Word files of 2007 and later: a package of parts in a zip file (ISO/IEC 29500-1 and -2).
enum WordPackage {
    /// The archive must be whole, hold a document, and neither bring programs nor fetch a template or an object.
    static func check(_ bytes: DocumentBytes, limits: DocumentLimits) throws(DocumentDefect) {
        let archive = try ZipDirectory(reading: bytes, limits: limits)
        var parts = PackageParts(bytes)
        // Every package has it; other archives are something else.
        guard let entry = archive.entry("[Content_Types].xml") else { throw .unknownType }
        let types = try ContentTypes(reading: try parts.unpack(entry))
        if types.hasMacros || archive.entries.contains(where: { isProgram($0.name) }) { throw .macros }
        guard types.isDocument else { throw .unknownType }
        if let name = types.documentPart, archive.entry(name) == nil { throw .damaged }
        for entry in archive.entries where isRelationships(entry.name) {
            try Relationships.check(try parts.unpack(entry))
        }
    }

    /// Macros lie in a part that every program calls "vbaProject.bin".
    private static func isProgram(_ name: [UInt8]) -> Bool {
        let file = name.split(separator: UInt8(ascii: "/")).last ?? []
        return file.map(ZipDirectory.lowercased).elementsEqual("vbaproject.bin".utf8)
    }

    private static func isRelationships(_ name: [UInt8]) -> Bool {
        name.suffix(5).map(ZipDirectory.lowercased).elementsEqual(".rels".utf8)
    }
}
