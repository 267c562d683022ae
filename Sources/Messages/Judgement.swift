import HTTPClient
import Portal

extension HTTPGateway {
    /// Returns if the provider has taken the message.
    ///
    /// Statuses that the config does not call final are worth another try. An answer with a status of success whose
    /// text says otherwise is final: the provider has understood, and said no.
    func judge(_ answer: HTTPExchange.Answer, _ discretion: Discretion) throws(SendFault) {
        guard successStatuses.contains(answer.status) else {
            let hint =
                (300...399).contains(answer.status)
                ? ", and redirects are not followed: write its new address into the config" : ""
            let reason = "the provider answered with status \(answer.status)\(hint)"
            if finalStatuses.contains(answer.status) { throw .permanent(reason) }
            throw .temporary(reason)
        }
        // By bytes: a combining mark after the text must not make another character of its end.
        guard answer.bytes.starts(with: successText.utf8) else {
            throw .permanent("the provider's answer does not begin with \"\(successText)\"")
        }
        guard !successPath.isEmpty else { return }
        guard !answer.isCut else {
            throw .permanent("the provider's answer is longer than \(answer.bytes.count) bytes")
        }
        let found = JSONPath.value(at: successPath, in: answer.bytes)
        let isSuccess = failureValue.isEmpty ? found == successValue : found != nil && found != failureValue
        guard isSuccess else {
            let shown = found.map(discretion.shown) ?? "nothing"
            let expected = failureValue.isEmpty ? ", not \(successValue)" : ""
            throw .permanent("the provider's answer has \(shown) at \(successPath)\(expected)")
        }
    }
}
