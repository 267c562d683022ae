import Desk
import Documents
import Portal

@testable import Pages

/// The pages by name; a name says which state.
extension EveryPage {
    private static let documentFaults: [DocumentFault] =
        [
            .empty(name: hostile), .tooLarge(name: hostile, limit: 20_971_520),
            .extensionDisagrees(name: hostile), .tooMany(limit: 5), .malware(name: hostile),
            .tooManyPages(limit: 20), .notAPhotograph(name: hostile), .cannotBePage(name: hostile),
        ] + defects.map { .defect($0, name: hostile) }

    private static let uploadFaults: [FieldFault] = [
        .upload(.number(retryAfter: 2_592_000)), .upload(.network(retryAfter: 3_600)), .upload(.portal(retryAfter: 60)),
        .upload(.storageLow), .scannerDown,
    ]

    static let defects: [DocumentDefect] = [
        .unknownType, .damaged, .passwordProtected, .macros, .externalContent, .tooManyPixels(limit: 100_000_000),
        .tooManyParts(limit: 2_000), .unpacksTooLarge(limit: 209_715_200), .suspicious,
    ]

    /// Each form in each of its error states.
    var forms: [(name: String, page: Page)] {
        var forms: [(name: String, page: Page)] = []
        let loginFaults: [(LoginField, FieldFault)] = [
            (.mobile, .missing), (.mobile, .notAMobileNumber), (.mobile, .tooManyCodes(retryAfter: 60)),
            (.mobile, .codeExpired), (.captcha, .missing), (.captcha, .wrongSecurityCode),
            (.captcha, .harderCodeNeeded),
        ]
        for (field, fault) in loginFaults {
            forms.append(("login \(field) \(fault)", pages.login(mobile: hostile, problems: [.init(field, fault)])))
        }
        forms.append(
            (
                "login, all",
                pages.login(
                    mobile: hostile, problems: [.init(.mobile, .notAMobileNumber), .init(.captcha, .wrongSecurityCode)])
            ))
        for fault in [FieldFault.missing, .wrongCode(triesLeft: 3), .codeExpired] {
            for field in [LoginField.code, .recovery] {
                forms.append(("\(field) \(fault)", pages.code(mobile: Self.mobile, problems: [.init(field, fault)])))
            }
        }
        forms.append(
            (
                "desk",
                pages.desk(
                    letters: [], isFirst: true, next: nil, trackingCode: hostile, trackingFault: .trackingCodeUnknown)
            ))
        forms += newLetterForms
        for fault in [FieldFault.missing, .verificationCodeUnknown] {
            forms.append(("verification \(fault)", pages.verification(typed: hostile, fault: fault)))
        }
        for field in [StaffField.name, .password] {
            forms.append(
                (
                    "staff login \(field)",
                    pages.staffLogin(name: hostile, problems: [.init(field, .missing), .init(field, .wrongPassword)])
                ))
        }
        for (field, fault) in [
            (StaffField.password, FieldFault.missing), (.password, .wrongPresentPassword), (.newPassword, .missing),
            (.newPassword, .tooShort(limit: 12)),
            (.newPassword, .tooLong(limit: 256)), (.newPassword, .passwordWeak), (.repeated, .passwordsDiffer),
        ] {
            forms.append(("password \(fault)", pages.newPassword(isFirst: true, problems: [.init(field, fault)])))
        }
        forms.append(("audit", audit([.letter: hostile, .since: hostile, .until: hostile], [], next: nil)))
        return forms + staffForms + authenticatorForms
    }

    private var newLetterForms: [(name: String, page: Page)] {
        let draft = LetterDraft(sender: hostile, senderKind: .company, unit: "b", subject: hostile)
        var problems: [FieldProblem<LetterDraft.Field>] = [
            .init(.senderKind, .missing), .init(.sender, .missing), .init(.sender, .tooLong(limit: 120)),
            .init(.unit, .missing), .init(.unit, .unitUnknown), .init(.unit, .unitClosed),
            .init(.unit, .unitOutOfSeason(opens: Self.today, closes: nil)),
            .init(.attachment, .attachmentsMissing(names: [hostile, hostile])),
            .init(.subject, .missing), .init(.subject, .tooLong(limit: 200)), .init(.letter, .missing),
        ]
        for fault in Self.documentFaults {
            problems += [.init(.letter, .document(fault)), .init(.attachment, .document(fault))]
        }
        problems += Self.uploadFaults.map { .init(.letter, $0) }
        return (problems.map { [$0] } + [problems]).map { problems in
            ("new letter \(problems)", newLetter(draft, problems))
        }
    }

    func audit(_ typed: [AuditSearch.Field: String], _ events: [Event], next: Int?) -> Page {
        pages.audit(
            events, search: AuditSearch(typed: typed, offset: 0), people: ["maryam", hostile], isFirst: next == nil,
            next: next)
    }

    func newLetter(_ draft: LetterDraft, _ problems: [FieldProblem<LetterDraft.Field>]) -> Page {
        let guidance = Pages.Guidance(person: "<p>x</p>", company: "<p>x</p>")
        let chosen = Self.units.first { $0.id == draft.unit }
        let choice = UnitChoice(
            of: Self.units, chosen: chosen, replaced: chosen == nil ? nil : Self.replaced, today: Self.today)
        return pages.newLetter(
            draft, problems: problems, choice: choice, guidance: guidance, submission: hostile, draftKey: hostile)
    }

    /// Where there are too many units for the form.
    private func newLetterOfMany(chosen: PortalUnit?) -> Page {
        pages.newLetter(
            LetterDraft(unit: chosen?.id ?? ""), choice: UnitChoice(of: nil, chosen: chosen, today: Self.today),
            guidance: Pages.Guidance(person: "<p>x</p>", company: "<p>x</p>"), submission: hostile, draftKey: hostile)
    }

    private var staffForms: [(name: String, page: Page)] {
        var forms: [(name: String, page: Page)] = []
        for fault in [FieldFault.missing, .tooLong(limit: 1_000)] {
            forms.append(("reason \(fault)", staffLetter(Self.states[0], Self.reviewer, .init(.reason, fault))))
            forms.append(("status \(fault)", staffLetter(Self.states[1], Self.clerk, .init(.status, fault))))
            forms.append(("reply \(fault)", staffLetter(Self.states[1], Self.clerk, .init(.reply, fault))))
        }
        for fault in Self.uploadFaults {
            forms.append(("reply \(fault)", staffLetter(Self.states[1], Self.clerk, .init(.reply, fault))))
        }
        for fault in Self.documentFaults {
            forms.append(("reply \(fault)", staffLetter(Self.states[1], Self.clerk, .init(.reply, .document(fault)))))
        }
        return forms
    }

    private func letters(_ most: Int) -> AlphabeticalList {
        AlphabeticalList(UnitTree(Self.units), pages.language, most: most)
    }

    func staffLetter(_ state: ReviewState, _ member: StaffMember, _ problem: FieldProblem<ActionField>? = nil) -> Page {
        pages.staffLetter(
            letter(state), documents: documents, events: events, for: member, problem: problem, typed: hostile,
            done: problem == nil ? .doneAccepted : nil, next: problem == nil ? 9 : nil)
    }

    /// Each page without an error.
    var rightPages: [(name: String, page: Page)] {
        let tree = UnitTree(Self.units)
        var all: [(name: String, page: Page)] = [
            ("home", pages.home(title: hostile, summary: hostile, body: "<p>x</p>")),
            ("text", pages.text(title: hostile, summary: hostile, body: "<p>x</p>")),
            ("login", pages.login(notice: .signedOutNotice)), ("code", pages.code(mobile: Self.mobile)),
            ("units", pages.units(tree, letters: letters(1_000), index: "/assets/units.json")),
            ("units, too many", pages.units(tree, letters: letters(1), index: hostile)),
            ("desk, empty", pages.desk(letters: [], isFirst: true, next: nil)),
            (
                "desk",
                pages.desk(
                    letters: Self.states.enumerated().map { letter($1, 4_711 + $0).summary }, isFirst: false, next: 7)
            ),
            ("new letter", newLetter(LetterDraft(unit: hostile), [])),
            ("new letter to a unit", newLetter(LetterDraft(unit: "b"), [])),
            ("new letter of many units", newLetterOfMany(chosen: nil)),
            ("new letter to one of many units", newLetterOfMany(chosen: Self.units[1])),
            ("verification", pages.verification()),
            ("staff login", pages.staffLogin()),
            ("password", pages.newPassword(isFirst: false)), ("first password", pages.newPassword(isFirst: true)),
            ("audit, empty", audit([:], [], next: nil)),
            ("audit", audit([:], events, next: 7)),
            ("audit, found", audit([.letter: "۷", .person: "maryam", .since: "1405/9/2"], events, next: 7)),
            ("audit, nothing found", audit([.person: hostile], [], next: nil)),
        ]
        all += authenticatorPages
        for most in [1, 1_000] {
            let list = letters(most)
            for page in list.pages { all.append(("units by letter \(most) \(page.name)", pages.units(page, of: list))) }
        }
        for unit in Self.units { all.append(("unit \(unit.id)", pages.unit(tree.surroundings(of: unit)))) }
        var old = Self.replaced
        old.replacedBy = "b"
        all.append(("replaced unit", pages.unit(UnitTree(Self.units + [old]).surroundings(of: old))))
        for fault in [
            Pages.Fault.badRequest, .truncated, .tooLarge, .unsupported, .forbidden, .notAllowed, .notFound,
            .wrongMethod, .conflict, .tooMany(retryAfter: 61), .unavailable,
        ] {
            all.append(("fault \(fault)", pages.fault(fault)))
        }
        for state in Self.states {
            let name = state.name
            all.append(
                (
                    "letter \(name)",
                    pages.letter(letter(state), documents: documents, events: events, verification: Self.code)
                ))
            all.append(("verified \(name)", pages.verified(attestation(state))))
            all.append(("status \(name)", pages.status(letter(state), documents: documents, events: events)))
            all.append(("status \(name) without events", pages.status(letter(state), documents: [], events: [])))
            all.append(
                (
                    "receipt \(name)",
                    pages.receipt(letter(state), documents: documents, workingDays: 1, verification: Self.code)
                ))
            all.append(("receipt \(name) without reply", pages.receipt(letter(state), documents: [], workingDays: 9)))
            all.append(("queue \(name)", pages.queue([letter(state)], state: name, isFirst: false, next: 7)))
            all.append(("queue \(name), empty", pages.queue([], state: name, isFirst: true, next: nil)))
            for member in [Self.reviewer, Self.clerk, Self.administrator] {
                all.append(("staff letter \(name) \(member.role)", staffLetter(state, member)))
            }
        }
        return all
    }

    /// Every page in its shell, taken apart.
    func documents(_ pages: [(name: String, page: Page)]) throws -> [(name: String, markup: Markup)] {
        try pages.map { page in
            do {
                let document = self.pages.document(page.page, in: Self.shell)
                return (page.name, try Markup(String(decoding: document, as: UTF8.self)))
            } catch {
                throw PageFault(page: page.name, fault: "\(error)")
            }
        }
    }
}

struct PageFault: Error {
    let page: String
    let fault: String
}
