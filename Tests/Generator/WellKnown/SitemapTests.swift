import Testing

@testable import Generator

private func texts(_ count: Int, most: Int) throws -> [String: String] {
    let files = Sitemap.files(of: (1...count).map { "/\($0)/" }, at: "https://desk.example.org/", most: most)
    return try Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: try $0.make(), as: UTF8.self)) })
}

@Test("As many addresses as a file may have are one file; one more are an index and two files")
func index() throws {
    let one = try texts(3, most: 3)
    #expect(Array(one.keys) == ["sitemap.xml"])
    #expect(one["sitemap.xml"]?.contains("<url><loc>https://desk.example.org/3/</loc></url>") == true)
    let several = try texts(4, most: 3)
    #expect(several.keys.sorted() == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"])
    #expect(
        several["sitemap.xml"] == """
            <?xml version="1.0" encoding="UTF-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://desk.example.org/sitemap-1.xml</loc></sitemap>
            <sitemap><loc>https://desk.example.org/sitemap-2.xml</loc></sitemap>
            </sitemapindex>

            """)
    #expect(several["sitemap-1.xml"]?.split(separator: "<loc>").count == 4)
    #expect(several["sitemap-2.xml"]?.contains("<loc>https://desk.example.org/4/</loc>") == true)
    #expect(try texts(6, most: 3).count == 3)
    #expect(Sitemap.mostAddresses == 50_000)
}
