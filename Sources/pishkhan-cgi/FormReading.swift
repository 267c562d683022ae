import CGI
import Desk
import Portal
import Secrets
import Store

extension IncomingDocument: FileSink {
    /// Throws the upload away.
    /// Nothing of a refused form stays.
    public mutating func abandon() { discard() }
}

/// A file of which nothing is kept.
private struct DroppedFile: FileSink {
    mutating func write(_ bytes: UnsafeRawBufferPointer) {}
    mutating func finish() {}
}

/// Forms are read only here, and only after it is clear that they came from our own pages.
extension Visit {
    /// Refuses what another site's page sent (Fetch Metadata, else Origin). Browsers on plain HTTP may send neither
    /// header: for them the token in the form decides.
    func requireSameOrigin() throws(Refusal) {
        if let site = request.header("Sec-Fetch-Site") {
            guard site == "same-origin" else { throw .forgedForm }
        } else if let origin = request.header("Origin") {
            guard origin == settings.origin else { throw .forgedForm }
        }
    }

    /// The fields of a form without files.
    ///
    /// - Parameter names: the fields that may come once at most.
    mutating func readFields(_ names: String..., isBound: Bool = true) throws -> Fields {
        try requireSameOrigin()
        let fields = try readForm(of: request, from: &body, limits: formLimits)
        try Self.requireSingle(names, in: fields)
        if isBound { try Self.requireToken(fields, formCookie, try store()) }
        return fields
    }

    /// A form with files; no byte of a file is kept before the form's token has been seen.
    ///
    /// - Parameters:
    ///   - fileFields: the names of fields that carry files.
    ///   - keepsFiles: whether bytes of files are kept at all; otherwise they are read and thrown away.
    ///   - ifForged: asked before a form without the right token is refused; it may throw a better answer.
    mutating func readUploads(
        _ names: [String], fileFields: [String], keepsFiles: Bool = true,
        ifForged: (Fields) throws -> Void = { _ in }
    ) throws -> Form<IncomingDocument> {
        try requireSameOrigin()
        let (store, cookie, limit) = (try store(), formCookie, keepsFiles ? limits.fileBytes : 0)
        let (floor, documentLimits) = (limits.freeBytes, settings.documentLimits)
        func requireToken(_ fields: Fields) throws {
            do {
                try Self.requireToken(fields, cookie, store)
            } catch {
                try ifForged(fields)
                throw error
            }
        }
        let form = try readForm(of: request, from: &body, limits: formLimits) { header, fields in
            try requireToken(fields)
            guard fileFields.contains(header.name) else { throw Refusal.badRequest }
            return try store.receive(
                field: header.name, fileName: header.filename ?? "", limit: limit, floor: floor,
                documentLimits: documentLimits)
        }
        do {
            try requireToken(form.fields)
            try Self.requireSingle(names, in: form.fields)
        } catch {
            form.discardFiles()
            throw error
        }
        return form
    }

    /// The fields of the form of a new letter whose files are not wanted: their bytes go nowhere.
    mutating func readDraft() throws -> Fields {
        try requireSameOrigin()
        let form: Form<DroppedFile> = try readForm(of: request, from: &body, limits: formLimits) { _, _ in DroppedFile()
        }
        try Self.requireToken(form.fields, formCookie, try store())
        return form.fields
    }

    private var formLimits: FormLimits {
        var formLimits = FormLimits()
        formLimits.body = limits.requestBytes
        // Each file is a part; so are the form's other fields.
        formLimits.parts = max(formLimits.parts, limits.photographs + limits.attachments + 8)
        return formLimits
    }

    private static func requireToken(_ fields: Fields, _ cookie: Token?, _ store: Store) throws(Refusal) {
        guard let cookie, let token = fields["token"], store.isFormToken(token, for: cookie) else { throw .forgedForm }
    }

    private static func requireSingle(_ names: [String], in fields: Fields) throws(Refusal) {
        for name in names + ["token"] where fields.isRepeated(name) { throw .badRequest }
    }
}

extension Form where Sink == IncomingDocument {
    /// The uploads, in the order of the form.
    var uploads: [IncomingDocument] { files.map(\.sink) }

    /// Throws the uploads away.
    func discardFiles() {
        for var upload in uploads { upload.discard() }
    }
}
