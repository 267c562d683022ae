import Pages
import Persian
import Portal

/// The news of a language for feed readers (Atom, RFC 4287).
struct AtomFeed {
    /// One piece of news.
    struct Entry {
        let title: String
        let summary: String
        /// The whole address of its page, which is also its lasting id.
        let address: String
        let day: DayNumber
        /// Its text, in which all addresses are whole.
        let content: HTML
    }

    let language: Language
    let title: String
    let author: String
    /// The whole address of the list of the news.
    let list: String
    /// The whole address of the feed.
    let address: String
    /// Seconds by which local time is ahead of UTC.
    let utcOffset: Int
    /// Newest first; at least one, since a feed says when it was changed last.
    let entries: [Entry]

    /// The feed in UTF-8.
    ///
    /// "atom:feed elements MUST contain exactly one atom:updated element", "exactly one atom:id", and an author where the
    /// entries have none (RFC 4287, 4.1.1).
    var bytes: [UInt8] {
        let feed: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
            <id>\(list)</id>
            <title>\(Self.plain(title))</title>
            <updated>\(entries.first.map { moment($0.day) } ?? "")</updated>
            <author><name>\(Self.plain(author))</name></author>
            <link rel="self" type="application/atom+xml" href="\(address)"/>
            <link rel="alternate" type="text/html" hreflang="\(language.rawValue)" href="\(list)"/>
            \(entries.map(entry))</feed>

            """
        return feed.bytes
    }

    private func entry(_ entry: Entry) -> HTML {
        """
        <entry>
        <id>\(entry.address)</id>
        <title>\(Self.plain(entry.title))</title>
        <published>\(moment(entry.day))</published>
        <updated>\(moment(entry.day))</updated>
        <link rel="alternate" type="text/html" href="\(entry.address)"/>
        \(if: !entry.summary.isEmpty, "<summary>\(Self.plain(entry.summary))</summary>\n")\
        <content type="html">\(Self.plain(entry.content.markup))</content>
        </entry>

        """
    }

    /// The local midnight at which a day begins.
    private func moment(_ day: DayNumber) -> String { rfc3339(day, "00:00:00", offset: utcOffset) }

    /// Without what XML 1.0 cannot hold in any form: control characters, and the two that are none.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    ($0.value >= 0x20 || $0 == "\t" || $0 == "\n" || $0 == "\r") && $0 != "\u{FFFE}" && $0 != "\u{FFFF}"
                }))
    }
}
