import Persian
import Portal

/// The units that the form of a new letter offers.
public struct UnitChoice: Sendable {
    /// How many units at most stand in the form itself: of more, a citizen finds one in the recipient list.
    public static let most = 500

    /// The units that are offered, as a tree.
    let entries: [UnitTree.Entry]
    /// Whether these are all.
    let isWhole: Bool
    /// The one that is chosen already.
    let chosen: PortalUnit?
    /// The unit whose place the chosen one has taken, if it was asked for.
    let replaced: PortalUnit?
    /// The day at the portal's place, by which units are open or not.
    let today: DayNumber

    /// A choice.
    ///
    /// - Parameters:
    ///   - units: all units; nil where there are too many.
    ///   - replaced: the unit that was asked for, where another has taken its place.
    public init(of units: [PortalUnit]?, chosen: PortalUnit?, replaced: PortalUnit? = nil, today: DayNumber) {
        var alone = chosen
        alone?.parent = nil
        entries = UnitTree(units ?? alone.map { [$0] } ?? []).depthFirst
        isWhole = units != nil
        self.chosen = chosen
        self.replaced = replaced
        self.today = today
    }
}

extension Pages {
    /// Says that the chosen unit stands for the one that was asked for.
    func replacementNotice(_ choice: UnitChoice) -> HTML {
        guard let old = choice.replaced, let new = choice.chosen else { return .empty }
        let sentence = texts(.unitReplaced, ["old": old.title[language], "new": new.title[language]])
        return "<div class=\"notice\"><p>\(sentence)</p></div>\n"
    }
}
