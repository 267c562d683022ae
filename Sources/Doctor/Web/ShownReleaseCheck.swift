import HTTPClient

extension Check {
    /// The release that is shown is the one that is to be served, where it lies on this machine.
    static let shownRelease = Check("shown release") { examination in
        guard let web = examination.readyWeb() else { return [] }
        let page = examination.home.current + "/public/index.html"
        let answer = try web.answer(to: "/")
        guard answer.status == 200, !answer.isCut, let file = contents(of: page, limit: 1 << 20), file != answer.bytes
        else { return [] }
        return [
            Finding(
                web.address, "shows another page than \(page): an older release, or another portal",
                "let its folder be \(examination.home.current)/public, and no release by its number: "
                    + examination.printAnew)
        ]
    }
}
