import Persian

extension PortalSettings {
    /// The year in which a moment falls, in the calendar of the portal's first language.
    public func year(of seconds: Int) throws(CalendarFault) -> Int {
        switch languages.first ?? .persian {
        case .persian: try SolarHijriDate(utcSeconds: seconds, offset: utcOffset).year
        case .english: try GregorianDate(utcSeconds: seconds, offset: utcOffset).year
        }
    }
}
