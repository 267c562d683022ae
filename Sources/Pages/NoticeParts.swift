import Portal

extension Pages {
    /// When a page is looked at.
    public enum Showing: Sendable {
        /// At this moment, in UTC seconds: the page is made for one request.
        case at(Int)
        /// At any time: the page is a file. What has not begun yet is in it, hidden, and the theme's script shows and hides
        /// by the clock; without scripts the page stays as it was when it was made.
        case file
    }

    /// The notices on top of a page. Those of a file were chosen when the release was made: what has begun then has no
    /// beginning any more.
    var notices: HTML {
        guard !settings.notices.isEmpty else { return .empty }
        let (shown, isFile) =
            switch showing {
            case .at(let moment): (settings.notices.filter { $0.isCurrent(at: moment) }, false)
            case .file: (settings.notices, true)
            }
        guard !shown.isEmpty else { return .empty }
        let isHidden = isFile && shown.allSatisfy { $0.from > 0 }
        return """
            <div class="notices" role="region" aria-label="\(texts(.noticesLabel))"\
            \(if: isFile, " data-timed=\".notice\"")\(if: isHidden, " hidden")>
            \(shown.map { notice($0, isFile: isFile) })</div>

            """
    }

    private func notice(_ notice: PortalNotice, isFile: Bool) -> HTML {
        let isWarning = notice.weight == .warning
        return """
            <div class="notice\(if: isWarning, " warning")"\
            \(if: isFile && notice.from > 0, " data-from=\"\(utc(notice.from))\"")\
            \(if: isFile && notice.until < PortalNotice.never, " data-until=\"\(utc(notice.until))\"")\
            \(if: isFile && notice.from > 0, " hidden")>\
            <strong>\(texts(isWarning ? .noticeWarning : .noticeInfo))</strong>
            \(HTML(trusted: Array(notice.markup[language].utf8)))</div>

            """
    }
}
