import Desk
import Testing

private let units = ["health"]

@Test(
    "What each role may do",
    arguments: [
        (Role.reviewer, "review", true), (.reviewer, "act", false), (.reviewer, "audit", false),
        (.clerk, "review", false), (.clerk, "act", true), (.clerk, "act for another unit", false),
        (.clerk, "audit", false),
        (.administrator, "review", false), (.administrator, "act", false), (.administrator, "audit", true),
    ])
func rights(role: Role, action: String, isAllowed: Bool) throws {
    // Units give rights to clerks alone, even where another role has some.
    let member = StaffMember(id: 1, name: "x1", role: role, units: units, mustChangePassword: false)
    let may = [
        "review": member.mayReview, "act": member.mayAct(forUnit: "health"), "audit": member.mayAudit,
        "act for another unit": member.mayAct(forUnit: "law"),
    ]
    #expect(may[action] == isAllowed)
}

@Test("A clerk without a unit acts for none, not even for the unit without a name")
func clerkWithoutUnits() {
    let clerk = StaffMember(id: 1, name: "x1", role: .clerk, units: [], mustChangePassword: false)
    #expect(!clerk.mayAct(forUnit: "health"))
    #expect(!clerk.mayAct(forUnit: ""))
}

@Test(
    "Names of accounts",
    arguments: [
        ("ab", true), ("a", false), ("a" + String(repeating: "b", count: 31), true),
        ("a" + String(repeating: "b", count: 32), false),
        ("a.b_c-9", true), ("9a", false), (".a", false), ("Ab", false), ("aB", false), ("a b", false), ("a/b", false),
        ("aé", false), ("کریم", false), ("a۱", false), ("a\n", false), ("", false),
    ])
func names(name: String, isName: Bool) {
    #expect(StaffMember.isName(name) == isName)
}

@Test("The words of the interface: they stand in databases and pages, so they stay")
func fixedWords() {
    #expect(Role.allCases.map(\.rawValue) == ["reviewer", "clerk", "administrator"])
    #expect(ReviewState.Name.allCases.map(\.rawValue) == ["underReview", "accepted", "rejected"])
    #expect(SenderKind.allCases.map(\.rawValue) == ["person", "company"])
    #expect(
        LetterDraft.Field.allCases.map(\.rawValue) == [
            "sender", "senderKind", "unit", "subject", "letter", "attachment",
        ])
    #expect(
        Message.Kind.allCases.map(\.rawValue) == [
            "code", "registered", "accepted", "rejected", "status", "replied", "arrived",
        ])
}
