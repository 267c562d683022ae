extension Check {
    /// The web server lets through what the portal takes, so that the portal itself says what is too big.
    static let uploadLimit = Check("upload limit") { examination in
        guard let web = examination.readyWeb() else { return [] }
        let settings = examination.configured
        let path = settings.cgiPath + "/letters"
        guard let answer = try web.answer(toBodyOf: settings.limits.requestBytes, at: path), answer.status == 413
        else { return [] }
        return [
            Finding(
                web.address(of: path),
                "is refused by the web server with \(settings.limits.requestBytes) bytes, which limits.requestBytes of the config allows",
                examination.printAnew)
        ]
    }
}
