import Desk
import JSON5

/// `limits`: times in seconds, sizes in bytes.
struct LimitsConfig: KeyedConfig {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case codeDigits, codeLifetime, codeTries, codeInterval, codesPerNumber, codesPerAddress, codesPerPrefix
        case prefixOmits, codesPerDay, securityCodeLifetime, securityCodeDigits, harderCodeDigits, workBits
        case harderWorkBits, wrongCodesPerHour, sessionIdle, sessionWhole, staffSessionIdle, staffSessionWhole,
            staffTries
        case fileBytes, attachments, requestBytes, applicantBytes, networkBytes, portalBytes, freeBytes
        case imagePixels, packageParts, packageBytes, pageLength
    }

    private(set) var limits = Limits()

    /// Each key with the field it sets and what it may be.
    private static let fields:
        [(key: CodingKeys, field: WritableKeyPath<Limits, Int> & Sendable, range: ClosedRange<Int>)] = [
            (.codeDigits, \.codeDigits, 5...10),
            (.codeLifetime, \.codeLifetime, 60...600),
            (.codeTries, \.codeTries, 1...10),
            (.codeInterval, \.codeInterval, 1...3_600),
            (.codesPerNumber, \.codesPerNumber, 1...1_000),
            (.codesPerAddress, \.codesPerAddress, 1...1_000_000),
            (.codesPerPrefix, \.codesPerPrefix, 1...1_000_000),
            (.prefixOmits, \.prefixOmits, 1...8),
            (.codesPerDay, \.codesPerDay, 1...100_000_000),
            (.securityCodeLifetime, \.securityCodeLifetime, 60...3_600),
            (.securityCodeDigits, \.securityCodeDigits, 4...8),
            (.harderCodeDigits, \.harderCodeDigits, 4...8),
            (.workBits, \.workBits, 8...26),
            (.harderWorkBits, \.harderWorkBits, 8...28),
            (.wrongCodesPerHour, \.wrongCodesPerHour, 1...100_000_000),
            (.sessionIdle, \.sessionIdle, 60...86_400),
            (.sessionWhole, \.sessionWhole, 60...604_800),
            (.staffSessionIdle, \.staffSessionIdle, 60...86_400),
            (.staffSessionWhole, \.staffSessionWhole, 60...604_800),
            (.staffTries, \.staffTries, 3...1_000),
            (.fileBytes, \.fileBytes, 1_024...1_073_741_824),
            (.attachments, \.attachments, 0...20),
            (.requestBytes, \.requestBytes, 4_096...2_147_483_648),
            (.applicantBytes, \.applicantBytes, 4_096...1_099_511_627_776),
            (.networkBytes, \.networkBytes, 4_096...1_099_511_627_776),
            (.portalBytes, \.portalBytes, 4_096...1_099_511_627_776),
            (.freeBytes, \.freeBytes, 0...1_125_899_906_842_624),
            (.imagePixels, \.imagePixels, 1_000_000...2_000_000_000),
            (.packageParts, \.packageParts, 50...10_000),
            (.packageBytes, \.packageBytes, 1_048_576...4_294_967_296),
            (.pageLength, \.pageLength, 5...200),
        ]

    init(reading object: ObjectReader<CodingKeys>) {
        for (key, field, range) in Self.fields {
            let value: Int = object.value(key, default: limits[keyPath: field])
            object.check(key, "must be between \(range.lowerBound) and \(range.upperBound)") { range.contains(value) }
            limits[keyPath: field] = value
        }
    }
}
