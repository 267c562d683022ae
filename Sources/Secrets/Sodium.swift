import CSodium

/// libsodium itself.
public enum Sodium {
    /// Chooses the fastest code for this processor; call it once, first thing in `main`.
    ///
    /// - Returns: whether the library can be used.
    public static func start() -> Bool { sodium_init() >= 0 }
}
