import Configuration
import Portal

/// Where a link of a page leads.
enum PageDestination: Equatable {
    /// To the portal's own pages: a path such as `/en/guide/`, and what follows `#`.
    case inside(path: String, anchor: String?)
    /// To the CGI program, or out of the portal.
    case elsewhere
}

extension PublicPages {
    /// Where a link leads, as a browser finds it on the page.
    func destination(of target: String, on page: SitePage) -> PageDestination {
        guard !target.hasPrefix("//"), !Self.hasScheme(target) else { return .elsewhere }
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count == 2 && !parts[1].isEmpty ? Self.decoded(parts[1]) : nil
        let path = String(parts[0].prefix { $0 != "?" })
        if path.isEmpty { return .inside(path: site.place(of: page), anchor: anchor) }
        if path.hasPrefix("/") {
            let address = site.address(of: path, in: page.language)
            return site.isDynamic(address) ? .elsewhere : .inside(path: address, anchor: anchor)
        }
        return .inside(path: Self.joined(site.place(of: page), path), anchor: anchor)
    }

    /// A path of a page's own language as it is written in the page's text: without the language.
    func written(_ path: String, on page: SitePage) -> String {
        let own = "/" + site.prefix(page.language)
        return path.hasPrefix(own) ? "/" + path.dropFirst(own.count) : path
    }

    private static func hasScheme(_ target: String) -> Bool {
        guard let colon = target.firstIndex(of: ":") else { return false }
        return target[..<colon].utf8.allSatisfy { (0x61...0x7a).contains($0 | 0x20) || $0 == 0x2b || $0 == 0x2d }
    }

    /// A relative path, seen from a page.
    private static func joined(_ place: String, _ path: String) -> String {
        var steps = place.split(separator: "/")
        for step in path.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        let end = path.hasSuffix("/") || path.hasSuffix(".") ? "/" : ""
        return steps.isEmpty ? "/" : "/" + steps.joined(separator: "/") + end
    }

    /// A fragment with `%41` and the like decoded.
    static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
