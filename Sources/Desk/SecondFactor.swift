import Persian

/// What somebody typed who was asked for the second factor: the authenticator app's code, or a recovery code in its place.
public enum SecondFactor: Equatable, Sendable {
    /// The digits that the app shows.
    case appCode(String)
    /// The digits of a recovery code.
    case recoveryCode(String)

    /// From the two fields of a form; a recovery code counts where both are filled in. Nil where neither is.
    public init?(appCode: String, recoveryCode: String) {
        let (code, recovery) = (typedDigits(appCode), typedDigits(recoveryCode))
        if !recovery.isEmpty {
            self = .recoveryCode(recovery)
        } else if !code.isEmpty {
            self = .appCode(code)
        } else {
            return nil
        }
    }
}

/// How a try of the second factor ended.
public enum SecondFactorTry: Equatable, Sendable {
    /// It was right, and cannot be used again.
    case right
    /// It was wrong, or had been used.
    case wrong
    /// There were too many wrong tries; the next counts after so many seconds.
    case tooMany(retryAfter: Int)
}

/// Whether somebody uses an authenticator app.
public enum Authenticator: Equatable, Sendable {
    /// None was added, or it was removed.
    case off
    /// Its codes are asked for; so many recovery codes are not used yet.
    case on(recoveryCodesLeft: Int)

    /// Recovery codes at which their owner is told to make new ones.
    public static let fewCodes = 3
}

/// Digits as people type or copy them, in any digits, as ASCII: without what stands between and around them.
public func typedDigits(_ text: String) -> String {
    var digits = ""
    for scalar in asciiDigits(text).unicodeScalars where !isPassedOver(scalar) { digits.unicodeScalars.append(scalar) }
    return digits
}
