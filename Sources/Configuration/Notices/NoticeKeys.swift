import Portal
import Source

/// A notice as the config has it.
struct NoticeConfig: Sendable {
    var text = LocalizedText()
    var weight = PortalNotice.Weight.info
    var from: LocalMoment?
    var until: LocalMoment?
}

extension NoticeConfig {
    /// The keys of one of `notices`.
    static let keys = Keys(
        new: NoticeConfig(),
        [
            Key(
                "text", .localized, \.text, isRequired: true,
                about: "What the notice says, in Markdown: a sentence or two, with links where they help."),
            Key("weight", .choice(about), \.weight, about: "How much the notice matters."),
            Key(
                "from", .localMoment, \.from,
                about: "When the notice appears, in local time. Without this key it appears with the next build."),
            Key(
                "until", .localMoment, \.until,
                about: "When the notice disappears, in local time. Without this key it stays until it is taken out."),
        ]
    ) { object, notice in
        if let from = notice.from, let until = notice.until, until.utc(offset: 0) <= from.utc(offset: 0) {
            object.note(at: "until", "is not after from", expected: "a later moment")
        }
    }

    private static func about(_ weight: PortalNotice.Weight) -> String {
        switch weight {
        case .info: "good to know; blue"
        case .warning: "something does not work as usual; amber"
        }
    }
}
