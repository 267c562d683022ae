import Persian
import Portal

/// What the theme's scripts need to know of a form with files: limits, and the sentences with which the server would answer.
extension Pages {
    /// The attributes of a form with files. Scripts fill in what stands in braces.
    var fileFormAttributes: HTML {
        let name = isolated("{name}")
        let limits = settings.limits
        return """
             data-errors="\(texts(.errorSummary))" data-error-title="\(texts(.errorTitle))"\
             data-megabytes="\(texts(.megabytes))" data-kilobytes="\(texts(.kilobytes))"\
             data-file-bytes="\(limits.fileBytes)" data-file-large="\(texts(.faultFileTooLarge, ["name": name, "size": size(limits.fileBytes)]))"\
             data-file-empty="\(texts(.faultFileEmpty, ["name": name]))"\
             data-file-type="\(texts(.faultFileType, ["name": name, "types": documentTypes]))"\
             data-request-bytes="\(limits.requestBytes)" data-request-large="\(texts(.tooLargeText, ["size": size(limits.requestBytes)]))"\
             data-chosen="\(texts(.filesChosen))" data-remove="\(texts(.fileRemove))"\
             data-photograph="\(texts(.filePhotograph))" data-drop="\(texts(.fileDrop))"\
             data-sending="\(texts(.sending))" data-progress="\(texts(.sendingProgress))"\
             data-percent="\(texts(.sendingPercent))" data-finishing="\(texts(.sendingFinishing))"\
             data-stop="\(texts(.sendingStop))" data-stopped="\(texts(.sendingStopped))" data-broken="\(texts(.sendingBroken))"
            """
    }

    /// What is said of a field that must not be left empty, before the form is sent.
    func missing(_ label: Text, isChoice: Bool = false, isFile: Bool = false) -> HTML {
        " data-missing=\"\(sentence(.missing, label: label, isChoice: isChoice, isFile: isFile))\""
    }

    /// How many files a field takes, and what is said of more.
    func most(_ count: Int) -> HTML {
        " data-most=\"\(count)\" data-too-many=\"\(texts(.faultTooManyFiles, ["limit": self.count(count)]))\""
    }

    /// The scripts of a form with files.
    var fileFormScripts: HTML { scripts("forms.js", "files.js", "sending.js") }

    /// Loads scripts of the theme; a theme need not have them.
    func scripts(_ names: String...) -> HTML {
        let tags = names.compactMap { name in settings.scripts.first { $0.name == name } }.map { script -> HTML in
            "<script src=\"\(script.path)\" integrity=\"\(script.integrity)\" defer></script>\n"
        }
        return "\(tags)"
    }
}
