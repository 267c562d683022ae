/// One thing that must be true, and how it is found out.
public struct Check: Sendable {
    /// A word or two, for the report.
    public let name: String
    let find: @Sendable (Examination) throws -> [Finding]

    init(_ name: String, _ find: @escaping @Sendable (Examination) throws -> [Finding]) {
        self.name = name
        self.find = find
    }

    /// What must be true of the installation; each takes milliseconds.
    public static let ofInstallation: [Check] = [
        .config, .release, .place, .permissions, .key, .database, .serverUser, .space, .clock, .gateway, .worker,
        .passwords,
    ]

    /// What must be true of the kept letters; every document is read.
    public static let ofLetters: [Check] = [
        .integrity, .references, .histories, .accounts, .numbers, .audit, .documents, .orphans,
    ]
}

/// Carries out checks in their order.
public func examine(_ examination: Examination, by checks: [Check]) -> [Finding] {
    checks.flatMap { check -> [Finding] in
        let findings: [Finding]
        do {
            findings = try check.find(examination)
        } catch {
            findings = [
                Finding(
                    examination.home.data.path, "cannot be checked: \(error)",
                    "run the check as root or as the owner of the data")
            ]
        }
        return findings.map { finding in
            var named = finding
            named.check = check.name
            return named
        }
    }
}
