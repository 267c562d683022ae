import Persian
import Portal

/// Writes days and times, one after the other, each in a `time` element. What stands around the times is put together once
/// for each day: neighbours in a list often share theirs.
struct MomentWriter {
    private let texts: Texts
    /// Seconds by which local time is ahead of UTC.
    private let offset: Int
    /// `<time datetime="2026-11-23T`
    private var machineWords = HTML.empty
    private var machineDay: DayNumber?
    /// The text of a moment without its times, and where in it they belong.
    private var words = HTML.empty
    private var timePlaces: [Int] = []
    private var day: DayNumber?

    init(_ pages: Pages) {
        texts = pages.texts
        offset = pages.settings.utcOffset
    }

    /// Appends a moment.
    ///
    /// - Parameter seconds: UTC seconds.
    mutating func add(_ seconds: Int, to markup: inout MarkupWriter) {
        addMachineTime(seconds, to: &markup)
        putIntoWords(DayNumber(utcSeconds: seconds, offset: offset))
        var start = 0
        for place in timePlaces {
            markup.add(words, start..<place)
            markup.add(ClockTime(utcSeconds: seconds, offset: offset), texts.digits)
            start = place
        }
        markup.add(words, start..<words.bytes.count)
        markup.add(markup: "</time>")
    }

    /// What `add` appends.
    mutating func written(_ seconds: Int) -> HTML {
        HTML.written(room: 128) { add(seconds, to: &$0) }
    }

    /// `<time datetime="2026-11-23T09:30Z">`
    private mutating func addMachineTime(_ seconds: Int, to markup: inout MarkupWriter) {
        let day = DayNumber(utcSeconds: seconds, offset: 0)
        if day != machineDay {
            // ISO 8601 writes the years 1 ... 9999.
            guard let date = try? GregorianDate(day) else { return markup.add(markup: "<time>") }
            machineWords = "<time datetime=\""
            machineWords.append(.ascii, atMost: 11) { text in
                date.writeShort(to: &text)
                text.add(ascii: UInt8(ascii: "T"))
            }
            machineDay = day
        }
        markup.add(machineWords)
        markup.add(ClockTime(utcSeconds: seconds, offset: 0), .ascii)
        markup.add(markup: "Z\">")
    }

    private mutating func putIntoWords(_ day: DayNumber) {
        guard day != self.day else { return }
        var (words, places) = (HTML.empty, [Int]())
        Texts.takeApart(
            texts.utf8(.dateAndTime), literal: { words.append($0) },
            placeholder: { name in
                if name.elementsEqual("date".utf8) {
                    words.append(texts.digits, atMost: Texts.longestDate) { texts.write(day, to: &$0) }
                } else {
                    places.append(words.bytes.count)
                }
            })
        (self.words, timePlaces, self.day) = (words, places, day)
    }
}

extension MarkupWriter {
    fileprivate mutating func add(_ time: ClockTime, _ digits: TextWriter.Digits) {
        add(digits, atMost: 9) { time.writeShort(to: &$0) }
    }
}
