import CGI

/// One line of the route table.
struct Route {
    /// Answers a visit.
    typealias Handler = @Sendable (inout Visit) throws -> Response

    let method: Method
    let handler: Handler
    private let segments: [Substring]

    /// - Parameter pattern: a path whose `:segments` stand for a positive whole number each.
    private init(_ method: Method, _ pattern: String, _ handler: @escaping Handler) {
        self.method = method
        self.handler = handler
        segments = pattern.split(separator: "/")
    }

    static func get(_ pattern: String, _ handler: @escaping Handler) -> Route { Route(.get, pattern, handler) }
    static func post(_ pattern: String, _ handler: @escaping Handler) -> Route { Route(.post, pattern, handler) }

    /// The numbers in the path; nil where the path is not of this pattern.
    func arguments(of path: String) -> [Int]? {
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == segments.count else { return nil }
        var arguments: [Int] = []
        for (part, segment) in zip(parts, segments) {
            if segment.first == ":" {
                // One spelling for each number: no sign, no leading zero.
                guard let number = Int(part), number > 0, String(number) == part else { return nil }
                arguments.append(number)
            } else if part != segment {
                return nil
            }
        }
        return arguments
    }
}
