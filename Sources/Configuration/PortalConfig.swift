import Desk
import JSON5
import Portal

/// `portal.json5`.
struct PortalConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, organisation, address, languages, cgiPath, home, timeZone, units, texts, pages, theme, sounds
        case letters, login, staff, mobile, limits, sandbox, sms, scanner
    }

    private(set) var settings = PortalSettings()
    let home: String
    let unitsFile: String
    let textsFolder: String
    let pagesFolder: String
    let themeFolder: String
    let soundsFolder: String
    private(set) var refusedPasswords: String?

    init(reading object: ObjectReader<CodingKeys>) throws {
        home = object.value(.home, default: "../.portal")
        unitsFile = object.value(.units, default: "units.json5")
        textsFolder = object.value(.texts, default: "texts")
        pagesFolder = object.value(.pages, default: "pages")
        themeFolder = object.value(.theme, default: "theme")
        soundsFolder = object.value(.sounds, default: "sounds")
        settings.name = try object.required(.name, as: LocalizedConfig.self).text
        settings.organisation = try object.required(.organisation, as: LocalizedConfig.self).text
        settings.address = object.required(.address, placeholder: "http://127.0.0.1/")
        settings.cgiPath = object.value(.cgiPath, default: settings.cgiPath)
        readLanguages(object)
        readTimeZone(object)
        if let letters = object.optional(.letters, as: LettersConfig.self) {
            settings.numbering = letters.numbering
            settings.rejectionReasons = letters.reasons
            settings.wordMacros = letters.wordMacros
        }
        if let login = object.optional(.login, as: LoginConfig.self) { settings.securityCode = login.securityCode }
        if let staff = object.optional(.staff, as: StaffConfig.self) {
            settings.staffSecondFactor = staff.secondFactor
            settings.staffNetworks = staff.networks
            refusedPasswords = staff.refusedPasswords
        }
        if let mobile = object.optional(.mobile, as: MobileConfig.self) { settings.mobilePlan = mobile.plan }
        if let limits = object.optional(.limits, as: LimitsConfig.self) { settings.limits = limits.limits }
        settings.sandbox = object.choice(.sandbox, default: settings.sandbox)
        if let sms = object.optional(.sms, as: SMSConfig.self) { settings.sms = sms.gateway }
        if let scanner = object.optional(.scanner, as: ScannerConfig.self) { settings.scanner = scanner.scanner }
        checkAddresses(object)
    }

    /// Reads and checks the file.
    static func read(_ path: String) throws(SiteFault) -> PortalConfig {
        let located = try readJSON5(PortalConfig.self, path)
        let (config, document) = (located.value, located.document)
        let languages = config.settings.languages
        var problems = config.settings.name.problems(at: ["name"], in: document, languages: languages)
        problems += config.settings.organisation.problems(at: ["organisation"], in: document, languages: languages)
        for (index, reason) in config.settings.rejectionReasons.enumerated() {
            let place: [PathStep] = ["letters", "rejectionReasons", .index(index)]
            problems += reason.problems(at: place, in: document, languages: languages)
        }
        guard problems.isEmpty else { throw .problems(problems) }
        return config
    }

    private mutating func readLanguages(_ object: ObjectReader<CodingKeys>) {
        let codes = object.list(.languages, of: String.self, default: ["fa", "en"])
        settings.languages = codes.compactMap(Language.init(rawValue:))
        object.check(.languages, "must be a list of \"fa\" and \"en\", each once, the main language first") {
            !codes.isEmpty && settings.languages.count == codes.count && Set(codes).count == codes.count
        }
        if settings.languages.isEmpty { settings.languages = [.persian] }
    }

    private mutating func readTimeZone(_ object: ObjectReader<CodingKeys>) {
        let text: String = object.value(.timeZone, default: "+03:30")
        let offset = Self.offset(text)
        object.check(.timeZone, "must be hours and minutes before or after UTC, expected something like \"+03:30\"") {
            offset != nil
        }
        settings.utcOffset = offset ?? settings.utcOffset
    }

    /// Seconds of `+03:30` and the like.
    static func offset(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[0] == 0x2b || bytes[0] == 0x2d, bytes[3] == 0x3a,
            [1, 2, 4, 5].allSatisfy({ (0x30...0x39).contains(bytes[$0]) }),
            let hours = Int(String(decoding: bytes[1...2], as: UTF8.self)), (0...14).contains(hours),
            let minutes = Int(String(decoding: bytes[4...5], as: UTF8.self)), (0...59).contains(minutes)
        else { return nil }
        return (bytes[0] == 0x2d ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }

    private func checkAddresses(_ object: ObjectReader<CodingKeys>) {
        object.check(
            .address, "must be the portal's public address, expected http:// or https://, a host and a slash at the end"
        ) {
            PortalSettings.isAddress(settings.address)
        }
        object.check(
            .cgiPath,
            "must be an absolute path without a slash at its end, expected something like \"/cgi-bin/pishkhan\""
        ) {
            settings.cgiPath.hasPrefix("/") && !settings.cgiPath.hasSuffix("/")
                && settings.cgiPath.utf8.allSatisfy(isPathByte)
        }
    }
}

extension PortalSettings {
    /// Whether a text can be a portal's address: scheme, host, perhaps a port, and a slash.
    public static func isAddress(_ text: String) -> Bool {
        let rest = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
        guard rest.count > 1, rest.last == "/" else { return false }
        return rest.dropLast().utf8.allSatisfy {
            isPathByte($0) && $0 != 0x2f || $0 == 0x3a || $0 == 0x5b || $0 == 0x5d
        }
    }
}

/// Letters, digits, `-`, `.`, `_` and `/`.
func isPathByte(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || (0x41...0x5a).contains(byte) || (0x30...0x39).contains(byte)
        || byte == 0x2d || byte == 0x2e || byte == 0x5f || byte == 0x2f
}
