import Desk
import Portal
import Testing

@testable import Pages

private let accounts: [Pages.Account?] = [
    nil, .applicant(EveryPage.mobile), .staff(EveryPage.reviewer), .staff(EveryPage.administrator),
]

@Test(
    "Every page in every state is balanced, with one main heading, ids that stand once, and no element of somebody else's making",
    arguments: Language.allCases, accounts.indices)
func wellFormed(language: Language, account: Int) throws {
    let every = EveryPage(language, account: accounts[account])
    let documents = try every.documents(every.rightPages + every.forms)
    #expect(documents.count > 80)
    for (name, markup) in documents {
        #expect(markup.count("h1") == 1, "\(name)")
        #expect(markup.count("main") == 1, "\(name)")
        // The login page has its own script, at its end.
        let scripts = name.hasPrefix("login") ? 1 : 0
        #expect(markup.count("script") == scripts && markup.count("b") == 0, "\(name): hostile words became markup")
        #expect(Set(markup.ids).count == markup.ids.count, "\(name): \(markup.ids)")
        #expect(
            markup.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "style" } },
            "\(name)")
    }
}

@Test("Headings go down one step at a time", arguments: Language.allCases)
func headings(language: Language) throws {
    let every = EveryPage(language)
    for (name, markup) in try every.documents(every.rightPages + every.forms) {
        var last = 1
        // The summary of errors stands above the main heading, so that it is read first.
        for element in markup.elements.drop(while: { $0.name != "h1" })
        where ["h1", "h2", "h3", "h4"].contains(element.name) {
            let level = Int(element.name.dropFirst()) ?? 0
            #expect(level <= last + 1, "\(name): \(element.name) after h\(last)")
            last = level
        }
    }
}

@Test("What labels, hints and links within a page lead to is there", arguments: Language.allCases)
func references(language: Language) throws {
    let every = EveryPage(language)
    for (name, markup) in try every.documents(every.rightPages + every.forms) {
        let ids = Set(markup.ids)
        for element in markup.elements {
            for key in ["for", "aria-describedby", "aria-controls", "aria-labelledby"] {
                for id in (element.attributes[key] ?? "").split(separator: " ") {
                    #expect(ids.contains(String(id)), "\(name): \(key) \(id)")
                }
            }
            if let target = element.attributes["href"], target.first == "#" {
                #expect(ids.contains(String(target.dropFirst())), "\(name): \(target)")
            }
        }
    }
}

@Test("Each control that is not hidden has its label", arguments: Language.allCases)
func labels(language: Language) throws {
    let every = EveryPage(language)
    for (name, markup) in try every.documents(every.rightPages + every.forms) {
        let labelled = Set(markup.elements.filter { $0.name == "label" }.compactMap { $0.attributes["for"] })
        for control in markup.elements
        where ["input", "select", "textarea"].contains(control.name) && control.attributes["type"] != "hidden" {
            #expect(
                control.ancestors.contains("label") || labelled.contains(control.attributes["id"] ?? "-"),
                "\(name): \(control.attributes)")
        }
    }
}

@Test(
    "Each error state has a summary whose links lead to its fields, and each such field says its error beside it",
    arguments: Language.allCases)
func errorSummaries(language: Language) throws {
    let every = EveryPage(language)
    for (form, document) in zip(every.forms, try every.documents(every.forms)) {
        let markup = document.markup
        #expect(form.page.hasErrors, "\(form.name)")
        let links = markup.elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }.map {
            String($0.dropFirst())
        }
        #expect(!links.isEmpty, "\(form.name) has no summary")
        let controls = Set(
            markup.elements.filter { ["input", "select", "textarea"].contains($0.name) }.compactMap {
                $0.attributes["id"]
            })
        for id in links {
            #expect(controls.contains(id), "\(form.name): the summary leads to \(id), which is no control")
        }
        let marked = Set(markup.elements.compactMap { $0.attributes["data-error"] })
        #expect(marked == Set(links), "\(form.name)")
        for element in markup.elements where element.attributes["data-error"] != nil {
            #expect(element.attributes["id"] == (element.attributes["data-error"] ?? "") + "-error", "\(form.name)")
        }
        #expect(document.markup.elements.filter { $0.attributes["role"] == "alert" }.count == 1, "\(form.name)")
        #expect(titleOf(markup).contains("«errorTitle»"), "\(form.name)")
    }
    for (name, markup) in try every.documents(every.rightPages) {
        #expect(!titleOf(markup).contains("«errorTitle»"), "\(name)")
        #expect(
            !markup.elements.contains { $0.attributes["data-error"] != nil || $0.attributes["aria-invalid"] != nil },
            "\(name)")
    }
}

private func titleOf(_ markup: Markup) -> String {
    markup.runs.filter { $0.ancestors.last == "title" }.map { Markup.unescaped($0.text) }.joined()
}

@Test(
    "Each form that posts carries the token, but for the login's, which stands on a static page",
    arguments: Language.allCases)
func tokens(language: Language) throws {
    let every = EveryPage(language, account: .applicant(EveryPage.mobile))
    for (name, markup) in try every.documents(every.rightPages + every.forms) {
        let posts = markup.elements.filter { $0.name == "form" && $0.attributes["method"] == "post" }
        let tokens = markup.elements.filter { $0.attributes["name"] == "token" }
        let withoutToken = posts.filter { $0.attributes["action"] == "/cgi-bin/pishkhan/login/code" }.count
        #expect(tokens.count == posts.count - withoutToken, "\(name)")
        #expect(
            tokens.allSatisfy {
                $0.attributes["value"] == "token\"" && $0.attributes["type"] == "hidden"
                    && $0.ancestors.contains("form")
            }, "\(name)")
    }
}
