import Source

/// The words after a command's name, taken apart.
struct Arguments {
    /// Words that are no options, in order.
    private(set) var words: [String] = []
    private var values: [String: [String]] = [:]
    private var flags: Set<String> = []

    /// `--name value`, `--name=value` and `--flag`; after `--` everything is a word.
    init(_ arguments: [String], of command: Command) throws(UsageFault) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                words += rest
                break
            }
            guard argument.hasPrefix("--") else {
                words.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard let option = command.options.first(where: { $0.name == parts[0] }),
                option.value != nil || parts.count == 1
            else {
                throw .unknownOption(parts[0], near: nearest(to: parts[0], among: command.options.map(\.name)))
            }
            if option.value == nil {
                flags.insert(parts[0])
            } else {
                guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else { throw .missingValue(parts[0]) }
                values[parts[0], default: []].append(value)
            }
        }
    }

    /// The last value of an option.
    subscript(_ option: String) -> String? { values[option]?.last }

    /// All values of an option that may be given several times.
    func all(_ option: String) -> [String] { values[option] ?? [] }

    /// Whether an option without a value was given.
    func has(_ flag: String) -> Bool { flags.contains(flag) }
}

/// What is wrong with a command line.
enum UsageFault: Error, CustomStringConvertible {
    case unknownOption(String, near: String?)
    case missingValue(String)
    case expected(String)

    var description: String {
        switch self {
        case .unknownOption(let option, let near):
            "unknown option '\(option)'\(near.map { "; did you mean '\($0)'?" } ?? "")"
        case .missingValue(let option): "'\(option)' needs a value"
        case .expected(let what): "expected \(what)"
        }
    }
}
