/// The keys of the text catalogue: one for every word that a page, a message or an error shows.
///
/// A key's name is its name in `texts/fa.json5` and `texts/en.json5`; its number is its place in a `Texts` table.
public enum Text: UInt16, CaseIterable, Sendable {
    // The frame of every page
    case skipToContent, menuHome, menuUnits, menuGuide, menuContact, menuPrivacy, menuAccessibility, menuStaff,
        menuDesk, languagesLabel, signOut, titleWithPortal, errorTitle, errorSummary, requestNumber, backToDesk,
        firstPage, nextPage, pagesLabel, optional, bytes, kilobytes, megabytes, dateAndTime

    // Home and other static pages
    case startButton, notFoundTitle, notFoundText, notFoundNext, unavailableTitle, unavailableText

    // News
    case menuNews, newsTitle, newsSummary, newsPage, newsAll, newsNewer, newsOlder, newsFeed

    // Notices on top of every page
    case noticesLabel, noticeInfo, noticeWarning

    // Recipient list
    case unitsTitle, unitsLead, unitsFilter, unitsFound, unitsSearchFailed, unitsByLetter, unitsBeginning, unitsDeeper,
        unitsMany, unitAbove, unitClosed, unitHeading, unitChildren, unitGuidance, unitPhone, unitWrite, unitClosedText,
        unitSummary

    // What a unit says of itself
    case unitEmail, unitAddress, unitHours, unitForm, unitFormGet, unitAttachments, unitDaysBetween, unitDaysFrom,
        unitDaysUntil, unitAnsweredWithin, unitAnsweredNextDay, unitReplaced, unitReplacement

    // Login
    case loginTitle, loginLead, mobileLabel, mobileHint, securityCodeLabel, securityCodeHint, securityCodeAlternative,
        securityCodeNew, securityCodeListen, workRunning, workDone, workAwaited, sendCode, codeTitle, codeSent,
        codeLabel, codeHint, confirmCode, codeNotReceived, codeNotReceivedText, codeAgain, codeWait, codeReady

    // Desk
    case deskTitle, deskFollowUp, deskFollowUpLead, trackingCodeLabel, followUp, deskNew, deskNewLead, deskNewButton,
        deskLetters, deskEmpty, stateUnderReview, stateAccepted, stateRejected, latestStatus

    // What a letter has
    case letterId, letterNumber, letterTrackingCode, letterRegistered, letterAcceptedAt, letterRejectedAt,
        letterReason, letterUnit, letterSender, letterSubject, letterState, letterMobile

    // New letter
    case newLetterTitle, newLetterLead, senderKindLabel, senderKindPerson, senderKindCompany, senderLabel, unitLabel,
        unitHint, unitChoose, unitList, unitOther, unitAttachmentHint, subjectLabel, subjectHint, letterFileLabel,
        letterFileHint, photographsHint, photographsName, attachmentLabel,
        attachmentHint, filesAgain, draftAgain, register, guidanceTitle

    // What scripts say in a form with files
    case filesChosen, fileRemove, filePhotograph, fileDrop, sending, sendingProgress, sendingPercent, sendingFinishing,
        sendingStop, sendingStopped, sendingBroken, draftKept, draftRestored, draftForgotten, draftForget

    // Receipt
    case receiptTitle, receiptNext, receiptNextText, receiptKeep, receiptAsk

    // Whether a printed letter exists
    case verifyTitle, verifyLead, verifyTells, verifyCodeLabel, verifyCodeHint, verifyButton, verifyFound,
        verifyCompare, verifyAnother, verifyPaper, verifyPicture

    // A letter's page
    case letterDocuments, letterHistory, documentLetter, documentAttachment, documentReply, documentPhotographs,
        download, statusTitle,
        statusNone, statusUnderReview, statusRejected, replyReady, seeLetter, eventRegistered, eventAccepted,
        eventRejected, eventStatusAdded, eventReplied, eventScanned, eventMalwareFound, eventStaffAdded,
        eventStaffSignedIn, eventStaffSignInFailed, eventPasswordChanged, eventStaffDisabled, eventStaffEnabled,
        eventStaffReset, eventAuthenticatorAdded, eventAuthenticatorRemoved, eventAuthenticatorReset,
        eventRecoveryCodesRenewed, eventRecoveryCodeUsed, eventKeyRenewed, byApplicant, byReviewer, byUnit

    // Faults of fields; each says what to do
    case faultMissing, faultMissingChoice, faultMissingFile, faultTooLong, faultTooShort, faultMobile,
        faultSecurityCode, faultHarderCode, faultCodeWrong, faultCodeExpired, faultTooManyCodes, faultUnitUnknown,
        faultUnitClosed, faultUnitDays, faultAttachments, faultTrackingCode, faultVerificationCode, faultPassword,
        faultPasswordsDiffer, faultPasswordWeak, faultPresentPassword, faultAppCode, faultRecoveryCode, faultNumber,
        faultDate, faultFileEmpty,
        faultFileTooLarge, faultFileType, faultFileExtension, faultFileDamaged, faultFilePassword, faultFileMacros,
        faultFileExternal, faultFilePixels, faultFileParts, faultFileUnpacked, faultFileSuspicious, faultTooManyFiles,
        faultTooManyPages, faultNotAPhotograph, faultCannotBePage,
        faultMalware, faultScannerDown, faultQuota, faultNetworkQuota, faultPortalQuota, faultStorageLow, seconds,
        minutes, hours, days

    // Whole-page errors
    case badRequestTitle, badRequestText, truncatedTitle, truncatedText, tooLargeTitle, tooLargeText,
        unsupportedTitle, unsupportedText, forbiddenTitle, forbiddenText, notAllowedText, methodTitle, methodText,
        conflictTitle, conflictText, tooManyTitle, tooManyText, signedOutNotice, draftKeptNotice

    // Staff
    case staffLoginTitle, staffNameLabel, staffPasswordLabel, staffLoginButton, passwordTitle, passwordLead,
        passwordNewLabel, passwordNewHint, passwordRepeatLabel, passwordButton, queueTitle, queueEmpty,
        queueUnderReview, queueAccepted, queueRejected, acceptedTitle, rejectedTitle, clerkTitle, queueLabel, open,
        staffLetterTitle, reviewTitle, accept, acceptHint, reject, reasonChoose, reasonNone, reasonFree, statusLabel,
        statusHint, statusButton, replyTitle, replyFileLabel, replyFileHint, replyTextLabel, replyButton,
        doneAccepted, doneRejected, doneStatus, doneReply, nextLetter, auditTitle, auditTime, auditWho, auditWhat,
        auditLetter, auditText, auditEmpty, auditPerson, auditAnyone, auditSince, auditUntil, auditDateHint,
        auditLetterHint, auditSearch, auditAll, auditNothing, bySystem

    // Accounts: authenticator app and recovery codes
    case deskAuthenticator, accountTitle, passwordPresentLabel, passwordChangeLead, secondStepTitle, secondStepLead,
        appCodeLabel, appCodeHint, authenticatorTitle, authenticatorLead, authenticatorStaffLead,
        authenticatorRequired, authenticatorScan, authenticatorPicture, authenticatorOpen, authenticatorKey,
        authenticatorAdd, authenticatorOn, authenticatorStale, signInAgain, authenticatorRemoveTitle,
        authenticatorRemoveText, authenticatorRemoveStaffText, authenticatorRemoveButton, authenticatorRemoved,
        recoveryTitle, recoveryLead, recoveryKept, recoveryLeft, recoveryFew, recoveryRenewTitle, recoveryRenewText,
        recoveryRenewButton, recoveryLost, recoveryLostText, recoveryLostStaffText, recoveryLabel, recoveryHint

    // Where somebody is signed in
    case sessionsTitle, sessionsLead, sessionsAlone, sessionsEndOthers, sessionsEnded, sessionStarted, sessionSeen,
        sessionOwn, sessionEnd, deskSessions

    // Reasons by which the system itself rejects a letter
    case rejectedMalware

    // Messages
    case smsCode, smsRegistered, smsAccepted, smsRejected, smsStatus, smsReplied, smsArrived

    /// The key's name in the catalogue.
    public var name: String { Self.names[Int(rawValue)] }

    /// Asking a case for its name takes longer than reading its text.
    private static let names = allCases.map { String(describing: $0) }
}
