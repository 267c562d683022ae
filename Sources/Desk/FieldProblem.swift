import Documents
import Persian

/// What is wrong with one field of a form: facts; the sentence is the page's.
public struct FieldProblem<Field: Equatable & Sendable>: Equatable, Sendable {
    /// The field.
    public let field: Field
    /// What is wrong with it.
    public let fault: FieldFault

    /// A fault of a field.
    public init(_ field: Field, _ fault: FieldFault) {
        self.field = field
        self.fault = fault
    }
}

/// What can be wrong with a field.
public enum FieldFault: Equatable, Sendable {
    /// Nothing was typed or chosen.
    case missing
    /// More characters than the limit.
    case tooLong(limit: Int)
    /// Fewer characters than the limit.
    case tooShort(limit: Int)
    /// Not a number of the portal's country.
    case notAMobileNumber
    /// The security code is wrong, used or too old.
    case wrongSecurityCode
    /// So much came from the address that a harder security code is asked for.
    case harderCodeNeeded
    /// The one-time code is wrong; so many tries are left.
    case wrongCode(triesLeft: Int)
    /// The one-time code can no longer be used.
    case codeExpired
    /// Another code must not be sent yet, or not today.
    case tooManyCodes(retryAfter: Int)
    /// The portal has no such unit, or it takes no letters.
    case unitUnknown
    /// The unit takes no letters at present.
    case unitClosed
    /// The unit takes letters between these days only; at least one of them is there.
    case unitOutOfSeason(opens: DayNumber?, closes: DayNumber?)
    /// The unit takes no letter without attachments, and there is none.
    case attachmentsMissing(names: [String])
    /// No letter of this applicant has the tracking code.
    case trackingCodeUnknown
    /// No letter has the verification code.
    case verificationCodeUnknown
    /// The name or the password is wrong.
    case wrongPassword
    /// The present password was asked for, and is wrong.
    case wrongPresentPassword
    /// The app's code is wrong, too old or was used before.
    case wrongAppCode
    /// No unused recovery code of this person.
    case wrongRecoveryCode
    /// The two new passwords differ.
    case passwordsDiffer
    /// The password is too common, or the same as before.
    case passwordWeak
    /// Not a whole number above 0.
    case notANumber
    /// Not a day that the calendar has.
    case notADate
    /// An uploaded file is not acceptable.
    case document(DocumentFault)
    /// No upload is taken at present.
    case upload(UploadRefusal)
    /// The scanner gives no verdict, and nothing is taken without one.
    case scannerDown
}

/// Why an uploaded file is not taken.
public enum DocumentFault: Equatable, Sendable {
    /// A file without a byte.
    case empty(name: String)
    /// More bytes than the limit for one file.
    case tooLarge(name: String, limit: Int)
    /// The name's extension is another type's than the content.
    case extensionDisagrees(name: String)
    /// What the file holds is not taken.
    case defect(DocumentDefect, name: String)
    /// More files than the limit.
    case tooMany(limit: Int)
    /// More photographs of pages than the limit.
    case tooManyPages(limit: Int)
    /// One of several letter files is no photograph, and only photographs become one document.
    case notAPhotograph(name: String)
    /// A photograph that PDF cannot show as it is.
    case cannotBePage(name: String)
    /// Malware was found in the file.
    case malware(name: String)
}
