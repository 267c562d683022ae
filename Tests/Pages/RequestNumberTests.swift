import Portal
import Testing

@testable import Pages

@Test("Pages that say what went wrong say the request's number, in the language's digits; other pages do not")
func requestNumber() throws {
    for (language, shown) in [(Language.persian, "۴۸۲۱-۰۹۳۷-۵۵۲۶"), (.english, "4821-0937-5526")] {
        let every = EveryPage(language)
        for page in [every.pages.fault(.notFound), every.pages.login(problems: [.init(.mobile, .missing)])] {
            #expect(page.main.markup.contains("data-request=\"4821-0937-5526\">\(shown)</bdi>"), "\(page.title)")
        }
        #expect(!every.pages.login().main.markup.contains("data-request"))
        let still = Pages(
            settings: every.pages.settings, texts: every.pages.texts, otherLanguages: [], showing: .file)
        #expect(!still.fault(.notFound).main.markup.contains("data-request"), "a static page has no number")
    }
}
