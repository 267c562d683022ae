extension Document {
    /// The mistake that made decoding `type` at `codingPath` fail, at the innermost place that the error names.
    func problem(for error: any Error, decoding type: Any.Type, at codingPath: [any CodingKey]) -> Problem {
        let outer = path(codingPath)
        switch error {
        case DecodingError.typeMismatch(let expected, let context):
            return wrongValue(at: path(context.codingPath), expected: expected)
        case DecodingError.valueNotFound(let expected, let context):
            return wrongValue(at: path(context.codingPath), expected: expected)
        case DecodingError.keyNotFound(let key, let context):
            let inner = path(context.codingPath)
            return problem(nearestTo: inner, .missingKey(key.stringValue, in: inner))
        case DecodingError.dataCorrupted(let context):
            let inner = path(context.codingPath)
            return wrongData(at: inner, type: inner == outer ? type : nil, context.debugDescription)
        // Foundation throws an error of its own, no DecodingError, for a number that the type cannot hold.
        case _ where node(at: outer)?.kind == .number && ExpectedValue(type).isNumber:
            return problem(nearestTo: outer, .numberDoesNotFit(path: outer, expected: ExpectedValue(type)))
        default:
            return problem(nearestTo: outer, .refused(path: outer, "\(error)"))
        }
    }

    private func wrongValue(at path: [PathStep], expected type: Any.Type) -> Problem {
        let expected = ExpectedValue(type)
        guard let found = node(at: path)?.kind else {
            return problem(nearestTo: path, .refused(path: path, "nothing is here, expected \(expected.words)"))
        }
        return problem(nearestTo: path, .wrongKind(path: path, found: found, expected: expected))
    }

    private func wrongData(at path: [PathStep], type: Any.Type?, _ description: String) -> Problem {
        let node = node(at: path)
        if let type, node?.kind == .number, ExpectedValue(type).isNumber {
            return problem(nearestTo: path, .numberDoesNotFit(path: path, expected: ExpectedValue(type)))
        }
        if let type, let choices = stringChoices(of: type), let text = node.flatMap(text(of:)) {
            let meant = nearest(to: text, among: choices)
            return problem(nearestTo: path, .notAChoice(text, path: path, choices: choices, nearest: meant))
        }
        return problem(nearestTo: path, .refused(path: path, description))
    }
}
