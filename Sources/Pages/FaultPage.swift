import Portal

extension Pages {
    /// Why a request is answered with a page of its own instead of what it asked for.
    public enum Fault: Equatable, Sendable {
        case badRequest, truncated, tooLarge, unsupported, forbidden, notAllowed, notFound, wrongMethod, conflict
        case tooMany(retryAfter: Int)
        case unavailable
    }

    /// The page of a fault: what happened, that nothing was changed, and what to do.
    public func fault(_ fault: Fault) -> Page {
        let (title, text) = words(for: fault)
        let isStaff = if case .staff = account { true } else { false }
        let next = isStaff ? paths.dynamic("/staff/letters") : paths.desk
        return Page(
            title: title,
            main: """
                <h1>\(title)</h1>
                <p class="lead">\(text)</p>
                \(if: fault == .notFound, "<p>\(texts(.notFoundNext))</p>\n")\(requestLine)\
                <div class="actions"><a class="button" href="\(next)">\(texts(isStaff ? .queueLabel : .menuDesk))</a>\
                <a class="button secondary" href="\(paths.home)">\(texts(.menuHome))</a></div>

                """)
    }

    private func words(for fault: Fault) -> (title: String, text: String) {
        switch fault {
        case .badRequest: (texts(.badRequestTitle), texts(.badRequestText))
        case .truncated: (texts(.truncatedTitle), texts(.truncatedText))
        case .tooLarge:
            (texts(.tooLargeTitle), texts(.tooLargeText, ["size": size(settings.limits.requestBytes)]))
        case .unsupported: (texts(.unsupportedTitle), texts(.unsupportedText))
        case .forbidden: (texts(.forbiddenTitle), texts(.forbiddenText))
        case .notAllowed: (texts(.forbiddenTitle), texts(.notAllowedText))
        case .notFound: (texts(.notFoundTitle), texts(.notFoundText))
        case .wrongMethod: (texts(.methodTitle), texts(.methodText))
        case .conflict: (texts(.conflictTitle), texts(.conflictText))
        case .tooMany(let seconds): (texts(.tooManyTitle), texts(.tooManyText, ["wait": duration(seconds)]))
        case .unavailable: (texts(.unavailableTitle), texts(.unavailableText))
        }
    }
}
