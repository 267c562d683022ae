import Desk
import Persian
import Portal

/// How numbers, times and values are written in the pages' language.
extension Pages {
    /// Digits as the language writes them.
    func digits(_ text: String) -> String { language == .persian ? persianDigits(text) : text }

    /// A whole number.
    public func count(_ number: Int) -> String { digits(String(number)) }

    /// A number, code or the like that is read from left to right wherever it stands.
    func number(_ text: String) -> HTML {
        HTML.written(room: 96) { add(number: text, to: &$0) }
    }

    /// Adds what `number` gives.
    func add(number text: String, to markup: inout MarkupWriter) {
        markup.add(markup: "<bdi class=\"number\" dir=\"ltr\">")
        markup.add(texts.digits, atMost: text.utf8.count * 2) { $0.add(code: text) }
        markup.add(markup: "</bdi>")
    }

    /// Adds a whole number that is not negative, in the same way.
    func add(number: Int, to markup: inout MarkupWriter) {
        markup.add(markup: "<bdi class=\"number\" dir=\"ltr\">")
        markup.add(texts.digits, atMost: 40) { $0.add(number) }
        markup.add(markup: "</bdi>")
    }

    /// A mobile number.
    func number(_ mobile: MobileNumber) -> HTML { number(mobile.national(in: settings.mobilePlan)) }

    /// A text with placeholders that markup is put into.
    func sentence(_ key: Text, _ values: KeyValuePairs<String, HTML>) -> HTML {
        var sentence = HTML.empty
        Texts.takeApart(
            texts.utf8(key), literal: { sentence.append($0) },
            placeholder: { name in sentence += values.first { name.elementsEqual($0.key.utf8) }?.value ?? .empty })
        return sentence
    }

    /// The day of a moment: `۲ آذر ۱۴۰۵` or `23 November 2026`.
    public func date(_ seconds: Int) -> String { texts.date(seconds, offset: settings.utcOffset) }

    /// Day and time of a moment, in a `time` element.
    func moment(_ seconds: Int) -> HTML {
        var moments = MomentWriter(self)
        return moments.written(seconds)
    }

    /// `2026-11-23T09:30Z`, for programs.
    func utc(_ seconds: Int) -> HTML {
        guard let day = try? GregorianDate(utcSeconds: seconds, offset: 0) else { return .empty }
        var html = HTML.empty
        html.append(.ascii, atMost: 17) { text in
            day.writeShort(to: &text)
            text.add(ascii: UInt8(ascii: "T"))
            ClockTime(utcSeconds: seconds, offset: 0).writeShort(to: &text)
            text.add(ascii: UInt8(ascii: "Z"))
        }
        return html
    }

    /// The days between which something is done, in words; nil where neither is set.
    func days(from first: DayNumber?, to last: DayNumber?) -> String? {
        switch (first.map(texts.date), last.map(texts.date)) {
        case (nil, nil): nil
        case (let first?, nil): texts(.unitDaysFrom, ["from": first])
        case (nil, let last?): texts(.unitDaysUntil, ["to": last])
        case (let first?, let last?): texts(.unitDaysBetween, ["from": first, "to": last])
        }
    }

    /// Several names in a row.
    func listed(_ names: [String]) -> String { names.joined(separator: language == .persian ? "، " : ", ") }

    /// A size in the unit that makes it readable, with at most one decimal.
    public func size(_ bytes: Int) -> String {
        func written(_ key: Text, _ unit: Int) -> String {
            texts(key, ["count": digits(oneDecimal((bytes * 10 + unit / 2) / unit))])
        }
        if bytes >= 1_048_576 { return written(.megabytes, 1_048_576) }
        if bytes >= 1_024 { return written(.kilobytes, 1_024) }
        return texts(.bytes, ["count": count(bytes)])
    }

    /// A number in millions, with at most one decimal, rounded down.
    func millions(_ number: Int) -> String { digits(oneDecimal(number / 100_000)) }

    private func oneDecimal(_ tenths: Int) -> String {
        let separator = language == .persian ? "٫" : "."
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10)\(separator)\(tenths % 10)"
    }

    /// A time to wait, rounded up to seconds, minutes, hours or days.
    func duration(_ seconds: Int) -> String {
        if seconds <= 90 { return texts(.seconds, ["count": count(max(1, seconds))]) }
        if seconds <= 5_400 { return texts(.minutes, ["count": count((seconds + 59) / 60)]) }
        if seconds <= 172_800 { return texts(.hours, ["count": count((seconds + 3_599) / 3_600)]) }
        return texts(.days, ["count": count((seconds + 86_399) / 86_400)])
    }
}
