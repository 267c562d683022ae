import Desk
import Documents
import Persian
import Portal

/// The sentences of faults: facts come from the desk, words from the catalogue. File names keep their own direction.
extension Pages {
    /// The names of the accepted types, as people know them; in a Persian sentence they keep their order.
    var documentTypes: String { "PDF, JPG, DOC, DOCX, PNG, TIFF" }

    /// What is wrong with a field, and what to do.
    func sentence(_ fault: FieldFault, label: Text, isChoice: Bool = false, isFile: Bool = false) -> String {
        let field = texts(label)
        switch fault {
        case .missing:
            return texts(isChoice ? .faultMissingChoice : isFile ? .faultMissingFile : .faultMissing, ["field": field])
        case .tooLong(let limit): return texts(.faultTooLong, ["field": field, "limit": count(limit)])
        case .tooShort(let limit): return texts(.faultTooShort, ["field": field, "limit": count(limit)])
        case .notAMobileNumber: return texts(.faultMobile)
        case .wrongSecurityCode: return texts(.faultSecurityCode)
        case .harderCodeNeeded: return texts(.faultHarderCode)
        case .wrongCode(let left): return texts(.faultCodeWrong, ["tries": count(left)])
        case .codeExpired: return texts(.faultCodeExpired)
        case .tooManyCodes(let seconds): return texts(.faultTooManyCodes, ["wait": duration(seconds)])
        case .unitUnknown: return texts(.faultUnitUnknown)
        case .unitClosed: return texts(.faultUnitClosed)
        case .unitOutOfSeason(let opens, let closes):
            return texts(.faultUnitDays, ["days": days(from: opens, to: closes) ?? ""])
        case .attachmentsMissing(let names): return texts(.faultAttachments, ["names": listed(names)])
        case .trackingCodeUnknown: return texts(.faultTrackingCode)
        case .verificationCodeUnknown: return texts(.faultVerificationCode)
        case .wrongPassword: return texts(.faultPassword)
        case .wrongPresentPassword: return texts(.faultPresentPassword)
        case .wrongAppCode: return texts(.faultAppCode)
        case .wrongRecoveryCode: return texts(.faultRecoveryCode)
        case .passwordsDiffer: return texts(.faultPasswordsDiffer)
        case .passwordWeak: return texts(.faultPasswordWeak)
        case .notANumber: return texts(.faultNumber, ["field": field, "example": count(125)])
        case .notADate: return texts(.faultDate, ["field": field, "example": exampleDate])
        case .document(let fault): return sentence(fault)
        case .upload(let refusal): return sentence(refusal)
        case .scannerDown: return texts(.faultScannerDown)
        }
    }

    private func sentence(_ fault: DocumentFault) -> String {
        switch fault {
        case .empty(let name): texts(.faultFileEmpty, ["name": isolated(name)])
        case .tooLarge(let name, let limit): texts(.faultFileTooLarge, ["name": isolated(name), "size": size(limit)])
        case .extensionDisagrees(let name): texts(.faultFileExtension, ["name": isolated(name)])
        case .tooMany(let limit): texts(.faultTooManyFiles, ["limit": count(limit)])
        case .tooManyPages(let limit): texts(.faultTooManyPages, ["limit": count(limit)])
        case .notAPhotograph(let name): texts(.faultNotAPhotograph, ["name": isolated(name)])
        case .cannotBePage(let name): texts(.faultCannotBePage, ["name": isolated(name)])
        case .defect(let defect, let name): sentence(defect, isolated(name))
        case .malware(let name): texts(.faultMalware, ["name": isolated(name)])
        }
    }

    private func sentence(_ refusal: UploadRefusal) -> String {
        switch refusal {
        case .number(let seconds): texts(.faultQuota, ["wait": duration(seconds)])
        case .network(let seconds): texts(.faultNetworkQuota, ["wait": duration(seconds)])
        case .portal(let seconds): texts(.faultPortalQuota, ["wait": duration(seconds)])
        case .storageLow: texts(.faultStorageLow)
        }
    }

    private func sentence(_ defect: DocumentDefect, _ name: String) -> String {
        switch defect {
        case .unknownType: texts(.faultFileType, ["name": name, "types": documentTypes])
        // What cannot be read for a moment is answered by a page of its own, before there is a sentence.
        case .damaged, .unreadable: texts(.faultFileDamaged, ["name": name])
        case .passwordProtected: texts(.faultFilePassword, ["name": name])
        case .macros: texts(.faultFileMacros, ["name": name])
        case .externalContent: texts(.faultFileExternal, ["name": name])
        case .tooManyPixels(let limit): texts(.faultFilePixels, ["name": name, "limit": millions(limit)])
        case .tooManyParts(let limit): texts(.faultFileParts, ["name": name, "limit": count(limit)])
        case .unpacksTooLarge(let limit): texts(.faultFileUnpacked, ["name": name, "size": size(limit)])
        case .suspicious: texts(.faultFileSuspicious, ["name": name])
        }
    }
}
