extension DocumentKind {
    /// Whether a client's file name may belong to this kind: its extension is one of `extensions`, in any case,
    /// or it has none.
    ///
    /// The name is judged as `documentName` would show it, so marks of direction and a dot at the end hide nothing.
    public func agrees(withFileName name: String) -> Bool {
        guard let found = suffix(ofName: documentName(name)) else { return true }
        return extensions.contains(found.lowercased())
    }
}
