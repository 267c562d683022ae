import Source

/// Two colours of the theme that stand on each other, and how much they must differ.
private struct Pair {
    let front: String
    let back: String
    /// 4.5 for text (WCAG 2.2, 1.4.3), 3 for the edges of fields and the mark of the focus (1.4.11).
    let least: Double

    static let all: [Pair] =
        ["ink", "muted", "link"].flatMap { front in
            ["ground", "surface", "sunken"].map { Pair(front: front, back: $0, least: 4.5) }
        }
        + ["brand", "brand-muted"].map { Pair(front: "on-\($0)", back: "brand", least: 4.5) }
        + ["button", "button-over"].map { Pair(front: "on-button", back: $0, least: 4.5) }
        + [Pair(front: "on-accent", back: "accent", least: 4.5)]
        + ["blue", "green", "red", "amber"].map { Pair(front: $0, back: $0 + "-ground", least: 4.5) }
        + ["edge", "focus"].flatMap { front in
            ["ground", "surface"].map { Pair(front: front, back: $0, least: 3) }
        }
}

/// The pairs of a theme's colours that differ too little to be read by everybody; colours that the theme does not name
/// are passed over. A warning stands at the colour of the config, where one of the two is.
func contrastWarnings(_ colours: ThemeColours) -> [Problem] {
    func warnings(_ scheme: [String: ThemeColours.Entry], _ name: String, isNew: (String) -> Bool) -> [Problem] {
        Pair.all.compactMap { pair in
            guard let front = scheme[pair.front], let back = scheme[pair.back], isNew(pair.front) || isNew(pair.back)
            else { return nil }
            let contrast = front.colour.contrast(to: back.colour)
            guard contrast < pair.least else { return nil }
            // Rounded down, so that no ratio looks sufficient that is not.
            let tenths = Int(contrast * 10)
            let isAtFront = front.isOfConfig || !back.isOfConfig && isNew(pair.front)
            return (isAtFront ? front : back).place.problem(
                "--\(pair.front) on --\(pair.back) has a contrast of \(tenths / 10).\(tenths % 10):1 on \(name) screens",
                expected: "at least \(pair.least == 3 ? "3" : "4.5"):1 (WCAG 2.2 AA)", weight: .warning)
        }
    }
    return warnings(colours.light, "light", isNew: { _ in true })
        + warnings(colours.darkWhole, "dark", isNew: { colours.dark[$0] != nil })
}
