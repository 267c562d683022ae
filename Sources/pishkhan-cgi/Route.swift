import CGI

/// One line of the route table.
struct Route {
    /// Answers a visit.
    typealias Handler = @Sendable (inout Visit) throws -> Response

    let method: Method
    let handler: Handler
    /// The path, in which `#` stands for a positive whole number.
    let pattern: String

    /// - Parameter pattern: a path in which `#` stands for a positive whole number.
    private init(_ method: Method, _ pattern: String, _ handler: @escaping Handler) {
        self.method = method
        self.handler = handler
        self.pattern = pattern
    }

    static func get(_ pattern: String, _ handler: @escaping Handler) -> Route { Route(.get, pattern, handler) }
    static func post(_ pattern: String, _ handler: @escaping Handler) -> Route { Route(.post, pattern, handler) }

    /// The numbers in the path; nil where the path is not of this pattern.
    func arguments(of path: [UInt8]) -> [Int]? {
        var rest = path[...]
        var arguments: [Int] = []
        for expected in pattern.utf8 {
            if expected == 0x23 {
                // One spelling for each number: no sign, no leading zero, no more digits than an Int holds.
                let digits = rest.prefix { (0x30...0x39).contains($0) }
                guard digits.first != 0x30, let number = Int(String(decoding: digits, as: UTF8.self)) else {
                    return nil
                }
                arguments.append(number)
                rest = rest[digits.endIndex...]
            } else {
                guard rest.first == expected else { return nil }
                rest.removeFirst()
            }
        }
        return rest.isEmpty ? arguments : nil
    }
}
