import Portal
import Source

/// The files that units offer for filling in.
extension UnitList {
    /// Bytes of the largest form.
    private static let mostBytes = 10 << 20

    /// A form must be a file inside the config's folder, not one that a link there leads to.
    mutating func checkForm(at index: Int, in folder: String) {
        let entry = entries[index]
        let form = entry.unit.form
        guard !form.isEmpty, forms[form] == nil else { return }
        let path = SiteFiles.resolve(form, from: folder)
        let expected = "a file below the config's folder"
        guard SiteFiles.isInside(path, realFolder: SiteFiles.realPath(folder.isEmpty ? "." : folder)) else {
            return note(entry.place, "form", "\(quoted(form)) leads out of the config's folder", expected: expected)
        }
        do throws(FileFault) {
            let bytes = try SiteFiles.read(path, most: Self.mostBytes)
            if bytes.isEmpty {
                note(entry.place, "form", "\(quoted(form)) is empty", expected: "a form to fill in")
            }
            keep(bytes, ofForm: form)
        } catch {
            note(entry.place, "form", "\(quoted(form)) cannot be read (\(error.reason))", expected: expected)
        }
    }
}
