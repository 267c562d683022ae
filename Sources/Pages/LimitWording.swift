import Portal

extension Pages {
    /// A limit of the config as a page of text says it: a number, a size or a time with its unit.
    public func wording(of limit: PageLimit) -> String {
        let limits = settings.limits
        return switch limit {
        case .fileSize: size(limits.fileBytes)
        case .requestSize: size(limits.requestBytes)
        case .applicantSize: size(limits.applicantBytes)
        case .attachments: count(limits.attachments)
        case .codeDigits: count(limits.codeDigits)
        case .codeLifetime: duration(limits.codeLifetime)
        case .codeInterval: duration(limits.codeInterval)
        case .codesPerNumber: count(limits.codesPerNumber)
        case .sessionIdle: duration(limits.sessionIdle)
        }
    }
}
