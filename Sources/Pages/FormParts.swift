import Desk
import Portal

/// The parts that forms are made of.
extension Pages {
    /// The hidden field that shows that a form came from this portal's own page.
    var tokenField: HTML {
        "\(if: !formToken.isEmpty, "<input type=\"hidden\" name=\"token\" value=\"\(formToken)\">")"
    }

    /// A labelled field with its hint and its error.
    ///
    /// - Parameter control: makes the control from the attributes that tie it to hint and error.
    func field(
        _ name: String, label: HTML, hint: HTML? = nil, error: String?, extra: HTML? = nil, kind: String = "field",
        control: (_ attributes: HTML) -> HTML
    ) -> HTML {
        var attributes: HTML = "id=\"\(name)\" name=\"\(name)\""
        if hint != nil || error != nil {
            attributes +=
                " aria-describedby=\"\(if: hint != nil, "\(name)-hint ")\(if: error != nil, "\(name)-error")\""
        }
        if error != nil { attributes += " aria-invalid=\"true\"" }
        return """
            <div class="\(kind)\(if: error != nil, " wrong")">
            <label for="\(name)">\(label)</label>
            \(hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>\n" })\(errorLine(name, error))\(extra)\(control(attributes))
            </div>

            """
    }

    /// A field of one line.
    func textField(
        _ name: String, label: Text, hint: HTML? = nil, value: String = "", error: String? = nil,
        attributes more: HTML = .empty
    ) -> HTML {
        field(name, label: "\(texts.utf8(label))", hint: hint, error: error) { attributes in
            "<input \(attributes) value=\"\(value)\" \(more)>"
        }
    }

    /// The error beside a field.
    func errorLine(_ name: String, _ error: String?) -> HTML {
        guard let error else { return .empty }
        return "<p class=\"error\" id=\"\(name)-error\" data-error=\"\(name)\">\(error)</p>\n"
    }

    /// The list of errors above the form, with links to the fields.
    func errorSummary(_ errors: [(field: String, sentence: String)]) -> HTML {
        guard !errors.isEmpty else { return .empty }
        let lines = errors.map { error -> HTML in "<li><a href=\"#\(error.field)\">\(error.sentence)</a></li>" }
        return """
            <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>\(texts(.errorSummary))</h2>
            <ul>\(lines)</ul>
            \(requestLine)</div>

            """
    }

    /// The number of the request, for somebody who asks for help.
    var requestLine: HTML {
        guard let requestNumber else { return .empty }
        let number: HTML = """
            <bdi class="number" dir="ltr" data-request="\(requestNumber)">\(digits(requestNumber))</bdi>
            """
        return "<p class=\"hint\">\(sentence(.requestNumber, ["number": number]))</p>\n"
    }

    /// A form that posts.
    ///
    /// - Parameter more: other attributes, each after a space.
    func postForm(to path: String, isMultipart: Bool = false, attributes more: HTML = .empty, _ content: HTML) -> HTML {
        """
        <form method="post" action="\(path)"\(if: isMultipart, " enctype=\"multipart/form-data\"\(fileFormAttributes)")\(more) novalidate>
        \(tokenField)\(content)</form>

        """
    }

    /// Words beside values: each `fact` is one line.
    func facts(_ lines: HTML) -> HTML { "<dl class=\"facts\">\(lines)</dl>\n" }

    /// A line of `facts`.
    func fact(_ label: Text, _ value: HTML) -> HTML { "\(beginning(ofFact: label))\(value)</dd>" }

    /// What stands before the value in a line of `facts`.
    func beginning(ofFact label: Text) -> HTML { "<dt>\(texts.utf8(label))</dt><dd>" }
}
