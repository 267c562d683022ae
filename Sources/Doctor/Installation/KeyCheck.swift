extension Check {
    /// The key is whole.
    static let key = Check("key") { examination in
        let path = examination.home.data.key
        guard examination.key == nil, FileFacts(examination.home.data.path) != nil else { return [] }
        guard let facts = FileFacts(path) else {
            return [
                Finding(
                    path, "is missing",
                    "restore it from a backup; without it nobody stays signed in, and no audit can be checked")
            ]
        }
        return [
            Finding(
                path, "cannot be used (\(facts.size) bytes, expected 32; it \(facts.description))",
                "restore it from a backup, or run the check as root")
        ]
    }
}
