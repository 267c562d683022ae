/// The keys of the text catalogue: one for every word that a page, a message or an error shows.
///
/// A key's name is its name in `texts/fa.json5` and `texts/en.json5`; its number is its place in a `Texts` table.
public enum Text: UInt16, CaseIterable, Sendable {
    // The frame of every page
    case skipToContent
    case menuHome
    case menuUnits
    case menuGuide
    case menuContact
    case menuPrivacy
    case menuAccessibility
    case menuStaff
    case menuDesk
    case languagesLabel
    case signOut
    case titleWithPortal
    case errorTitle
    case errorSummary
    case requestNumber
    case backToDesk
    case firstPage
    case nextPage
    case pagesLabel
    case optional
    case bytes
    case kilobytes
    case megabytes
    case dateAndTime

    // Home and other static pages
    case startButton
    case notFoundTitle
    case notFoundText
    case notFoundNext
    case unavailableTitle
    case unavailableText

    // Recipient list
    case unitsTitle
    case unitsLead
    case unitsFilter
    case unitsFound
    case unitClosed
    case unitHeading
    case unitChildren
    case unitGuidance
    case unitPhone
    case unitWrite
    case unitClosedText

    // Login
    case loginTitle
    case loginLead
    case mobileLabel
    case mobileHint
    case securityCodeLabel
    case securityCodeHint
    case securityCodeAlternative
    case securityCodeNew
    case securityCodeListen
    case workRunning
    case workDone
    case workAwaited
    case sendCode
    case codeTitle
    case codeSent
    case codeLabel
    case codeHint
    case confirmCode
    case codeNotReceived
    case codeNotReceivedText
    case codeAgain

    // Desk
    case deskTitle
    case deskFollowUp
    case deskFollowUpLead
    case trackingCodeLabel
    case followUp
    case deskNew
    case deskNewLead
    case deskNewButton
    case deskLetters
    case deskEmpty
    case stateUnderReview
    case stateAccepted
    case stateRejected
    case latestStatus

    // What a letter has
    case letterId
    case letterNumber
    case letterTrackingCode
    case letterRegistered
    case letterAcceptedAt
    case letterRejectedAt
    case letterReason
    case letterUnit
    case letterSender
    case letterSubject
    case letterState
    case letterMobile

    // New letter
    case newLetterTitle
    case newLetterLead
    case senderKindLabel
    case senderKindPerson
    case senderKindCompany
    case senderLabel
    case unitLabel
    case unitHint
    case unitChoose
    case unitList
    case subjectLabel
    case subjectHint
    case letterFileLabel
    case letterFileHint
    case attachmentLabel
    case attachmentHint
    case filesAgain
    case draftAgain
    case register
    case guidanceTitle

    // Receipt
    case receiptTitle
    case receiptNumber
    case receiptNext
    case receiptNextText
    case receiptKeep
    case receiptAsk

    // A letter's page
    case letterDocuments
    case letterHistory
    case documentLetter
    case documentAttachment
    case documentReply
    case download
    case statusTitle
    case statusNone
    case statusUnderReview
    case statusRejected
    case replyReady
    case seeLetter
    case eventRegistered
    case eventAccepted
    case eventRejected
    case eventStatusAdded
    case eventReplied
    case eventScanned
    case eventMalwareFound
    case eventStaffAdded
    case eventStaffSignedIn
    case eventStaffSignInFailed
    case eventPasswordChanged
    case byApplicant
    case byReviewer
    case byUnit

    // Faults of fields; each says what to do
    case faultMissing
    case faultMissingChoice
    case faultMissingFile
    case faultTooLong
    case faultTooShort
    case faultMobile
    case faultSecurityCode
    case faultHarderCode
    case faultCodeWrong
    case faultCodeExpired
    case faultTooManyCodes
    case faultUnitUnknown
    case faultUnitClosed
    case faultTrackingCode
    case faultPassword
    case faultPasswordsDiffer
    case faultPasswordWeak
    case faultNumber
    case faultDate
    case faultFileEmpty
    case faultFileTooLarge
    case faultFileType
    case faultFileExtension
    case faultFileDamaged
    case faultFilePassword
    case faultFileMacros
    case faultFileExternal
    case faultFilePixels
    case faultFileParts
    case faultFileUnpacked
    case faultFileSuspicious
    case faultTooManyFiles
    case faultMalware
    case faultScannerDown
    case faultQuota
    case faultNetworkQuota
    case faultPortalQuota
    case faultStorageLow
    case seconds
    case minutes
    case hours
    case days

    // Whole-page errors
    case badRequestTitle
    case badRequestText
    case truncatedTitle
    case truncatedText
    case tooLargeTitle
    case tooLargeText
    case unsupportedTitle
    case unsupportedText
    case forbiddenTitle
    case forbiddenText
    case notAllowedText
    case methodTitle
    case methodText
    case conflictTitle
    case conflictText
    case tooManyTitle
    case tooManyText
    case signedOutNotice
    case draftKeptNotice

    // Staff
    case staffLoginTitle
    case staffNameLabel
    case staffPasswordLabel
    case staffLoginButton
    case passwordTitle
    case passwordLead
    case passwordNewLabel
    case passwordNewHint
    case passwordRepeatLabel
    case passwordButton
    case queueTitle
    case queueEmpty
    case queueUnderReview
    case queueAccepted
    case queueRejected
    case acceptedTitle
    case rejectedTitle
    case clerkTitle
    case queueLabel
    case open
    case staffLetterTitle
    case reviewTitle
    case accept
    case acceptHint
    case reject
    case reasonChoose
    case reasonNone
    case reasonFree
    case statusLabel
    case statusHint
    case statusButton
    case replyTitle
    case replyFileLabel
    case replyFileHint
    case replyTextLabel
    case replyButton
    case doneAccepted
    case doneRejected
    case doneStatus
    case doneReply
    case nextLetter
    case auditTitle
    case auditTime
    case auditWho
    case auditWhat
    case auditLetter
    case auditText
    case auditEmpty
    case auditPerson
    case auditAnyone
    case auditSince
    case auditUntil
    case auditDateHint
    case auditLetterHint
    case auditSearch
    case auditAll
    case auditNothing
    case bySystem

    // Reasons by which the system itself rejects a letter
    case rejectedMalware

    // Messages
    case smsCode
    case smsRegistered
    case smsAccepted
    case smsRejected
    case smsStatus
    case smsReplied

    /// The key's name in the catalogue.
    public var name: String { String(describing: self) }
}
