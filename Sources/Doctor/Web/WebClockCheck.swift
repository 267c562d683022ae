extension Check {
    /// The web server's clock goes as this one does.
    static let webClock = Check("web server's clock") { examination in
        guard let web = examination.readyWeb(), let said = try web.answer(to: "/").date else { return [] }
        let difference = said - examination.now
        guard abs(difference) > 60 else { return [] }
        return [
            Finding(
                web.address,
                "is \(abs(difference)) seconds \(difference > 0 ? "ahead of" : "behind") the clock of this machine; codes and sessions end by it",
                "set both and keep them set, for example: timedatectl set-ntp true")
        ]
    }
}
