import Pages

/// The list of all pages for search engines (https://www.sitemaps.org/protocol.html).
enum Sitemap {
    /// "Each Sitemap file […] must have no more than 50,000 URLs."
    static let mostAddresses = 50_000

    /// `sitemap.xml`, with the files that it names where one is not enough.
    ///
    /// - Parameters:
    ///   - paths: the paths of all pages.
    ///   - address: the portal's address, with a slash at its end.
    ///   - most: how many addresses a file may have.
    static func files(
        of paths: some RandomAccessCollection<String> & Sendable, at address: String, most: Int = mostAddresses
    ) -> [ReleaseFile] {
        guard paths.count > most else {
            return [ReleaseFile("sitemap.xml") { addresses(paths, at: address) }]
        }
        let starts = Array(stride(from: 0, to: paths.count, by: most))
        let parts = starts.enumerated().map { index, start in
            ReleaseFile("sitemap-\(index + 1).xml") {
                addresses(paths.dropFirst(start).prefix(most), at: address)
            }
        }
        let names = parts.map(\.path)
        return [ReleaseFile("sitemap.xml") { index(of: names, at: address) }] + parts
    }

    private static func addresses(_ paths: some Collection<String>, at address: String) -> [UInt8] {
        var list: HTML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """
        list.reserveCapacity(paths.count * 96)
        let origin: HTML = "<url><loc>\(String(address.dropLast()))"
        for path in paths {
            list += origin
            list.append(text: path)
            list.append(markup: "</loc></url>\n")
        }
        list += "</urlset>\n"
        return list.bytes
    }

    private static func index(of names: [String], at address: String) -> [UInt8] {
        let entries = names.map { name -> HTML in "<sitemap><loc>\(address)\(name)</loc></sitemap>\n" }
        let list: HTML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(entries)</sitemapindex>

            """
        return list.bytes
    }
}
