import CGI
import Desk

extension Status {
    /// The status of a form that is shown again: 415 where a file is of no accepted type, 413 where one is too large, else
    /// 400. The page says all that is wrong.
    init(for faults: some Sequence<FieldFault>) {
        var status = Status.badRequest
        for case .document(let fault) in faults {
            switch fault {
            case .defect(.unknownType, _):
                self = .unsupportedMediaType
                return
            case .tooLarge: status = .contentTooLarge
            default: break
            }
        }
        self = status
    }
}
