import Desk
import Portal

/// Makes the pages of one language for one visitor; each page is an extension in a file of its own.
///
/// A class, since whoever writes a part of a page keeps it: it holds all settings, and copying them takes as long as a part.
public final class Pages: Sendable {
    /// Who is signed in, for the head of the page.
    public enum Account: Sendable {
        case applicant(MobileNumber)
        case staff(StaffMember)
    }

    /// What the config says.
    public let settings: PortalSettings
    /// The words.
    public let texts: Texts
    /// Where links lead.
    public let paths: PortalPaths
    /// Who is signed in; nil on static pages and before login.
    public let account: Account?
    /// The hidden token of this visitor's forms; empty where there are none.
    public let formToken: String
    /// The same page in the portal's other languages.
    public let otherLanguages: [(language: Language, path: String)]
    /// When the pages are looked at.
    public let showing: Showing
    /// What somebody who asks for help is to read out, on pages that say what went wrong; nil on static pages.
    public let requestNumber: String?

    /// Pages for a visitor.
    public init(
        settings: PortalSettings, texts: Texts, account: Account? = nil, formToken: String = "",
        otherLanguages: [(language: Language, path: String)], showing: Showing, requestNumber: String? = nil
    ) {
        self.settings = settings
        self.texts = texts
        self.account = account
        self.formToken = formToken
        self.otherLanguages = otherLanguages
        self.showing = showing
        self.requestNumber = requestNumber
        paths = PortalPaths(settings: settings, language: texts.language)
    }

    /// The language of these pages.
    public var language: Language { texts.language }

    /// The whole document in UTF-8: a page in its shell.
    ///
    /// - Parameter head: what only this page has in its head.
    public func document(_ page: Page, in shell: PageShell, head: HTML = .empty) -> [UInt8] {
        shell.filled(room: page.main.bytes.count + 1_024) { slot in
            switch slot {
            case .title: HTML.text(wholeTitle(of: page)).bytes
            case .head: head.bytes + (page.successor.map { redirect(to: $0).bytes } ?? [])
            case .main: settings.notices.isEmpty ? page.main.bytes : notices.bytes + page.main.bytes
            case .languages: languageLinks.bytes
            case .account: accountBar.bytes
            }
        }
    }

    /// What makes a browser go on, and a search engine keep the other page.
    private func redirect(to path: String) -> HTML {
        """

        <meta http-equiv="refresh" content="0; url=\(path)">
        <link rel="canonical" href="\(settings.origin)\(path)">
        """
    }

    private func wholeTitle(of page: Page) -> String {
        let portal = settings.name[language]
        let title =
            page.title == portal ? portal : texts.filled(.titleWithPortal) { $0 == "title" ? page.title : portal }
        return page.hasErrors ? texts.filled(.errorTitle) { _ in title } : title
    }

    private var languageLinks: HTML {
        guard !otherLanguages.isEmpty else { return .empty }
        let links = otherLanguages.map { other -> HTML in
            let code = other.language.rawValue
            return """
                <li><a href="\(other.path)" lang="\(code)" hreflang="\(code)" dir="\(other.language.direction)">\
                \(other.language.ownName)</a></li>
                """
        }
        return "<ul aria-label=\"\(texts.utf8(.languagesLabel))\">\(links)</ul>"
    }

    private var accountBar: HTML {
        switch account {
        case nil: return .empty
        case .applicant(let mobile):
            return """
                <span>\(number(mobile))</span>
                <form method="post" action="\(paths.dynamic("/logout"))">\(tokenField)<button>\(texts.utf8(.signOut))</button></form>
                """
        case .staff(let member):
            let list = member.mayAudit ? "/staff/audit" : "/staff/letters"
            return """
                <a href="\(paths.dynamic("/staff/account"))"><bdi>\(member.name)</bdi></a> <a href="\(paths.dynamic(list))">\(texts(member.mayAudit ? .auditTitle : .queueLabel))</a>
                <form method="post" action="\(paths.dynamic("/logout"))">\(tokenField)<button>\(texts.utf8(.signOut))</button></form>
                """
        }
    }
}
