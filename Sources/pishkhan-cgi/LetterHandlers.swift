import CGI
import Desk
import Pages
import Portal
import Store

/// `GET /letters/<id>/receipt`: what the citizen keeps.
func showReceipt(_ visit: inout Visit) throws -> Response {
    let letter = try visit.ownLetter()
    let documents = try visit.store().documents(of: letter)
    return visit.page(
        visit.pages().receipt(
            letter, documents: documents, workingDays: try visit.workingDays(of: letter),
            verification: try visit.store().verificationCode(of: letter)))
}

/// `GET /letters/<id>`: the citizen's letter with its history.
func showLetter(_ visit: inout Visit) throws -> Response {
    let letter = try visit.ownLetter()
    let (documents, events) = try visit.particulars(of: letter)
    return visit.page(
        visit.pages().letter(
            letter, documents: documents, events: events, workingDays: try visit.workingDays(of: letter),
            verification: try visit.store().verificationCode(of: letter)))
}

/// `GET /letters/<id>/status`: the latest status, and the reply where there is one.
func showStatus(_ visit: inout Visit) throws -> Response {
    let letter = try visit.ownLetter()
    let (documents, events) = try visit.particulars(of: letter)
    return visit.page(visit.pages().status(letter, documents: documents, events: events))
}

/// `GET /letters/<id>/documents/<n>`: a document of the citizen's own letter.
func downloadDocument(_ visit: inout Visit) throws -> Response {
    let letter = try visit.ownLetter()
    return try visit.download(visit.argument(1), of: letter)
}

extension Visit {
    /// The signed-in citizen's letter that the path names; another's is the same 404 as one that does not exist.
    fileprivate mutating func ownLetter() throws -> Letter {
        let applicant = try applicant()
        guard let letter = try store().letter(try argument(0), of: applicant) else { throw Refusal.notFound }
        return letter
    }

    /// Within how many working days the unit that has the letter now usually answers, if it says so.
    fileprivate func workingDays(of letter: Letter) throws -> Int? {
        try portal.unit(try portal.replacements().present(letter.unit))?.workingDays
    }

    /// What a letter's page shows beside the letter.
    mutating func particulars(of letter: Letter) throws -> (documents: [LetterDocument], events: [Event]) {
        (try store().documents(of: letter), try store().events(of: letter))
    }

    /// A document's bytes.
    mutating func download(_ number: Int, of letter: Letter) throws -> Response {
        guard let document = try store().documents(of: letter).first(where: { $0.number == number }) else {
            throw Refusal.notFound
        }
        var response = Response(
            .ok, contentType: HeaderValue(document.kind.mediaType),
            body: .file(descriptor: try store().open(document), length: document.bytes))
        response.setDownloadHeaders(fileName: document.name)
        return response
    }
}
