import Persian
import Portal

/// What a unit says to those who write to it.
extension Pages {
    /// Guidance, what must be attached, the form, and when letters are taken and answered.
    ///
    /// - Parameter isAside: whether it stands beside a form, one step further down.
    func briefing(of unit: PortalUnit, isAside: Bool) -> HTML {
        let guidance = unit.published.guidance[language]
        let names = unit.requiredAttachments[language].map { name -> HTML in "<li>\(name)</li>\n" }
        let sentences = [days(from: unit.opens, to: unit.closes), answeredWithin(unit.workingDays)].compactMap { $0 }
        return """
            \(if: !guidance.isEmpty, "\(heading(.unitGuidance, isAside))\n\(HTML(trusted: guidance))")\
            \(if: !names.isEmpty, "\(heading(.unitAttachments, isAside))\n<ul>\n\(names)</ul>\n")\
            \(if: !unit.published.form.isEmpty, "\(heading(.unitForm, isAside))\n\(formLink(unit))")\
            \(if: !sentences.isEmpty, "<p>\(sentences.joined(separator: " "))</p>\n")
            """
    }

    private func heading(_ text: Text, _ isAside: Bool) -> HTML {
        isAside ? "<h3>\(texts(text))</h3>" : "<h2>\(texts(text))</h2>"
    }

    private func formLink(_ unit: PortalUnit) -> HTML {
        let name = unit.form.split(separator: "/").last.map(String.init) ?? ""
        let type = name.split(separator: ".").last?.uppercased() ?? ""
        let words = sentence(
            .unitFormGet, ["type": "<bdi>\(type)</bdi>", "size": "<bdi>\(size(unit.published.formBytes))</bdi>"])
        return "<p><a href=\"\(unit.published.form)\" download=\"\(name)\">\(words)</a></p>\n"
    }

    /// How soon letters are usually answered; nil where the unit does not say.
    func answeredWithin(_ days: Int?) -> String? {
        switch days {
        case nil: nil
        case 1: texts(.unitAnsweredNextDay)
        case let days?: texts(.unitAnsweredWithin, ["days": count(days)])
        }
    }

    /// Where the unit can be reached.
    func contact(of unit: PortalUnit) -> HTML {
        let (address, hours) = (unit.address[language], unit.hours[language])
        let email: HTML = "<a href=\"mailto:\(unit.email)\"><bdi dir=\"ltr\">\(unit.email)</bdi></a>"
        let lines: HTML = """
            \(if: !unit.phone.isEmpty, fact(.unitPhone, telephone(unit.phone)))\
            \(if: !unit.email.isEmpty, fact(.unitEmail, email))\
            \(if: !address.isEmpty, fact(.unitAddress, .text(address)))\
            \(if: !hours.isEmpty, fact(.unitHours, .text(hours)))
            """
        return lines == .empty ? .empty : facts(lines)
    }

    /// A number that telephones dial at a touch; where the text is more than one number, the text alone.
    private func telephone(_ text: String) -> HTML {
        guard let phone = TelephoneNumber(text) else { return number(text) }
        return "<a href=\"tel:\(phone.dialled)\">\(number(text))</a>"
    }
}
