import Persian

/// Why a member of the staff may not do what was asked.
public enum StaffFault: Error, Equatable, Sendable {
    /// The role or the unit does not allow it.
    case notAllowed
    /// Somebody else has decided meanwhile.
    case alreadyDecided(ReviewState.Name)
    /// Only an accepted letter has a status and a reply.
    case notAccepted
}

extension Letter {
    /// The most Unicode scalars of a reason, a status or a reply's text.
    public static let remarkLimit = 1_000

    /// Whether `staff` may decide on this letter now.
    public func requireReview(by staff: StaffMember) throws(StaffFault) {
        guard staff.mayReview else { throw .notAllowed }
        guard state == .underReview else { throw .alreadyDecided(state.name) }
    }

    /// Whether `staff` may add a status or a reply to this letter now.
    public func requireAction(by staff: StaffMember) throws(StaffFault) {
        guard staff.mayAct(forUnit: unit) else { throw .notAllowed }
        guard state.name == .accepted else { throw .notAccepted }
    }

    /// Whether `staff` may read this letter and its documents.
    public func isVisible(to staff: StaffMember) -> Bool {
        staff.mayReview || (state.name == .accepted && staff.mayAct(forUnit: unit))
    }

    /// What is wrong with a reason or a status that the citizen is to read.
    public static func problem(withRemark text: String) -> FieldFault? {
        let text = unified(text)
        if text.isEmpty { return .missing }
        return text.unicodeScalars.count > remarkLimit ? .tooLong(limit: remarkLimit) : nil
    }
}
