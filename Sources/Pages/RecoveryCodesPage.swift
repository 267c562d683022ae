import Desk
import Portal

extension Pages {
    /// The recovery codes, which are shown only this once.
    public func recoveryCodes(_ codes: [String]) -> Page {
        let lines = codes.map { code -> HTML in "<li>\(number(Self.groups(of: code).joined(separator: " ")))</li>" }
        let next = if case .staff = account { paths.dynamic("/staff/account") } else { paths.desk }
        return Page(
            title: texts(.recoveryTitle),
            main: """
                <h1>\(texts(.recoveryTitle))</h1>
                <p class="lead">\(texts(.recoveryLead))</p>
                <ol class="recovery-codes">\(lines)</ol>
                <div class="actions"><a class="button" href="\(next)">\(texts(.recoveryKept))</a></div>

                """)
    }
}
