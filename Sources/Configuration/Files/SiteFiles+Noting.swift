import JSON5
import Source

extension Noted {
    /// Whether a path that stands below the site's folder ends outside of it. One that the config itself names with `..` or
    /// from the root on is meant so.
    fileprivate func isLinkOutOfSite(_ path: String) -> Bool {
        guard let siteFolder else { return false }
        let isBelow = siteFolder.isEmpty ? !path.hasPrefix("/") : path.hasPrefix(siteFolder + "/")
        return isBelow && !path.split(separator: "/").contains("..")
            && !SiteFiles.isInside(path, realFolder: realSiteFolder)
    }
}

/// The bytes of a file of the site; nil, and noted, where it cannot be read, is too large, or is a link out of the site.
///
/// - Parameter most: how many bytes there may be.
func bytes(_ path: String, most: Int = 64 << 20, noting noted: Noted) -> [UInt8]? {
    noted.places.append(path)
    do throws(FileFault) {
        if noted.isLinkOutOfSite(path) {
            throw FileFault(path: path, reason: "it is, or lies in, a link that leads out of the site's folder")
        }
        return try SiteFiles.read(path, most: most)
    } catch {
        noted.problems.append(error.problem)
        return nil
    }
}

/// The text of a file of the site; nil, and noted, where it cannot be read or is not UTF-8.
func text(_ path: String, most: Int = 1 << 20, noting noted: Noted) -> String? {
    bytes(path, most: most, noting: noted).flatMap { text($0, of: path, noting: noted) }
}

/// Bytes as text; nil, and noted, where they are not UTF-8.
func text(_ bytes: [UInt8], of path: String, noting noted: Noted) -> String? {
    let source = SourceText(bytes)
    if let offset = source.offsetOfInvalidUTF8 {
        noted.problems.append(
            Problem(
                "bytes that are not UTF-8", expected: "the file in UTF-8", file: path, source: source, offset: offset))
        return nil
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// A JSON5 file of the site; nil, and noted, where it cannot be read or is not JSON5.
func document(_ path: String, noting noted: Noted) -> Document? {
    guard let bytes = bytes(path, noting: noted) else { return nil }
    do throws(Problems) {
        return try readJSON5(bytes, file: path)
    } catch {
        noted.problems += error.all
        return nil
    }
}

/// The names in a folder of the site that end with `suffix`, sorted; none, and noted, where it cannot be read.
func names(in folder: String, suffix: String, noting noted: Noted) -> [String] {
    noted.places.append(folder)
    do throws(FileFault) {
        return try SiteFiles.names(in: folder, suffix: suffix)
    } catch {
        noted.problems.append(error.problem)
        return []
    }
}
