extension Look {
    /// What the config's colours make of the properties of a style sheet that has others.
    func colours(over theme: ThemeColours) -> (light: [String: ThemeColours.Entry], dark: [String: ThemeColours.Entry])
    {
        let ground = dark.ground?.colour ?? theme.darkWhole["ground"]?.colour ?? .black
        var dark = dark
        dark.brand = dark.brand ?? light.brand?.changed { $0.nearing(.black, until: 10, to: .white) }
        dark.accent = dark.accent ?? light.accent?.changed { $0.nearing(.white, until: 7, to: ground) }
        dark.action = dark.action ?? light.action?.changed { $0.nearing(.white, until: 7, to: ground) }
        return (
            light.properties(over: theme.light, over: .black, surface: 0.7),
            dark.properties(over: theme.darkWhole, over: .white, surface: 0.06)
        )
    }

    /// The style sheet that sets them, to stand behind the theme's; empty where the config sets nothing.
    func styleSheet(over theme: ThemeColours) -> String {
        func rule(_ colours: [String: ThemeColours.Entry]) -> String {
            let lines = colours.sorted { $0.key < $1.key }.map { "--\($0.key): \($0.value.colour.hexadecimal);" }
            return ":root { \(lines.joined(separator: " ")) }"
        }
        let own = colours(over: theme)
        // What is for light screens stands behind the theme's dark colours, so those must be said again.
        let dark = theme.dark.filter { own.light[$0.key] != nil }.merging(own.dark) { $1 }
        var sheet = ""
        if let corner { sheet += "\n:root { --round: \(corner)px; }\n" }
        // Print has colours of its own, which these must not follow.
        if !own.light.isEmpty { sheet += "\n@media screen { \(rule(own.light)) }\n" }
        if !dark.isEmpty { sheet += "\n@media screen and (prefers-color-scheme: dark) { \(rule(dark)) }\n" }
        return sheet
    }
}

extension LookColours {
    /// The custom properties that these colours set.
    ///
    /// - Parameters:
    ///   - theme: the theme's own, for those that are made from two.
    ///   - pressed: what buttons near where the pointer is over them.
    ///   - surface: how much white there is in boxes, besides the ground.
    fileprivate func properties(
        over theme: [String: ThemeColours.Entry], over pressed: Colour, surface: Double
    ) -> [String: ThemeColours.Entry] {
        var all: [String: ThemeColours.Entry] = [:]
        func set(_ name: String, _ own: LookColour, _ colour: Colour) {
            guard let place = own.place else { return }
            all[name] = ThemeColours.Entry(colour: colour, place: place, isOfConfig: true)
        }
        if let brand {
            let ink = brand.colour.ink
            set("brand", brand, brand.colour)
            set("on-brand", brand, ink)
            set("on-brand-muted", brand, brand.colour.mixed(with: ink, 0.75).nearing(ink, until: 4.5, to: brand.colour))
        }
        if let accent {
            set("accent", accent, accent.colour)
            set("accent-over", accent, accent.colour.mixed(with: accent.colour.ink == .white ? .black : .white, 0.25))
            set("on-accent", accent, accent.colour.ink)
        }
        if let action {
            set("link", action, action.colour)
            set("button", action, action.colour)
            set("button-over", action, action.colour.mixed(with: action.colour.ink == .white ? .black : .white, 0.25))
            set("on-button", action, action.colour.ink)
        }
        guard let ground = ground?.colour ?? theme["ground"]?.colour, let ink = ink?.colour ?? theme["ink"]?.colour
        else {
            return all
        }
        if let own = self.ground {
            set("ground", own, ground)
            set("surface", own, ground.mixed(with: .white, surface))
            set("sunken", own, ground.mixed(with: ink, 0.06))
        }
        if let own = self.ink {
            set("ink", own, ink)
            set("muted", own, ink.mixed(with: ground, 0.3))
        }
        if let own = self.ground ?? self.ink {
            set("line", own, ground.mixed(with: ink, 0.15))
            set("edge", own, ground.mixed(with: ink, 0.55))
        }
        return all
    }
}

extension LookColour {
    fileprivate func changed(_ change: (Colour) -> Colour) -> LookColour {
        LookColour(colour: change(colour), place: place)
    }
}
