import Portal
import Source

/// A picture that lies beside the pages of text and can be shown in them.
public struct SitePicture: Sendable {
    /// Its path, for messages.
    public let file: String
    /// What the file holds.
    public let bytes: [UInt8]
    /// The size in which it is shown; nil for a drawing (SVG), which has none.
    public let size: PictureSize?

    /// The endings of names.
    static let endings = [".png", ".jpg", ".jpeg", ".webp", ".svg"]
    /// Bytes of the largest: a phone on a slow line loads it.
    static let mostBytes = 2 << 20
}

/// Reads the pictures in the pages' folder, by their paths below it, such as `fa/door.jpg` and `fa/news/party.png`. All
/// mistakes are noted.
func readPictures(_ folder: String, languages: [Language], noting noted: Noted) -> [String: SitePicture] {
    var pictures: [String: SitePicture] = [:]
    for language in languages {
        for part in [language.rawValue, language.rawValue + "/news"] where SiteFiles.isFolder("\(folder)/\(part)") {
            for ending in SitePicture.endings {
                for name in names(in: "\(folder)/\(part)", suffix: ending, noting: noted) {
                    pictures["\(part)/\(name)"] = readPicture("\(folder)/\(part)/\(name)", noting: noted)
                }
            }
        }
    }
    return pictures
}

private func readPicture(_ path: String, noting noted: Noted) -> SitePicture? {
    guard let bytes = bytes(path, most: SitePicture.mostBytes, noting: noted) else { return nil }
    if path.hasSuffix(".svg") {
        if isSVG(bytes) { return SitePicture(file: path, bytes: bytes, size: nil) }
    } else if let size = PictureSize(of: bytes) {
        return SitePicture(file: path, bytes: bytes, size: isForFineScreens(path) ? size.halved : size)
    }
    noted.problems.append(
        Problem("no picture of the kind that its name says", expected: "PNG, JPEG, WebP or SVG", file: path))
    return nil
}

/// Whether a picture's name says that it has two pixels for each that it takes on a page, such as `desk@2x.png`: sharp on
/// the screens of phones.
private func isForFineScreens(_ path: String) -> Bool {
    SitePicture.endings.contains { path.hasSuffix("@2x" + $0) }
}
