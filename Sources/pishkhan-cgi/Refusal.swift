import CGI
import Desk
import Pages
import SQLite
import Store

/// Why a request does not get what it asked for.
enum Refusal: Error, Equatable {
    case badRequest
    case notFound
    case wrongMethod(allowed: String)
    /// A forged or outdated form.
    case forgedForm
    /// The form has become this letter already; its receipt is shown.
    case alreadyRegistered(letter: Int)
    /// The account may not do this.
    case notAllowed
    case conflict
    case tooMany(retryAfter: Int)
    /// Nobody is signed in; the login page is shown or led to.
    case signedOut
    case staffSignedOut
    /// The first password must be changed before anything else.
    case mustChangePassword
    /// An authenticator app must be added before anything else.
    case mustAddAuthenticator
    case tooLarge

    /// The case's name, for the log. Reflection would tell it too, but costs more than the rest of such an answer.
    var name: String {
        switch self {
        case .badRequest: "badRequest"
        case .notFound: "notFound"
        case .wrongMethod: "wrongMethod"
        case .forgedForm: "forgedForm"
        case .alreadyRegistered: "alreadyRegistered"
        case .notAllowed: "notAllowed"
        case .conflict: "conflict"
        case .tooMany: "tooMany"
        case .signedOut: "signedOut"
        case .staffSignedOut: "staffSignedOut"
        case .mustChangePassword: "mustChangePassword"
        case .mustAddAuthenticator: "mustAddAuthenticator"
        case .tooLarge: "tooLarge"
        }
    }
}

extension Visit {
    /// The answer to whatever a handler threw.
    func answer(to error: any Error) -> Response {
        switch error {
        case let refusal as Refusal:
            record.refuse(refusal.name)
            return answer(to: refusal)
        case let fault as FormFault:
            record.refuse("body", "\(fault)")
            return answer(to: fault)
        case let fault as StaffFault:
            record.refuse(caseName(fault))
            if case .alreadyDecided = fault { return faultPage(.conflict, .conflict) }
            return fault == .notAccepted ? faultPage(.conflict, .conflict) : faultPage(.notAllowed, .forbidden)
        default:
            record.refuse("unavailable", "\(frontDesk.cause(of: error))")
            var response = faultPage(.unavailable, .serviceUnavailable)
            response.set("Retry-After", "120")
            return response
        }
    }

    private func answer(to refusal: Refusal) -> Response {
        switch refusal {
        case .badRequest: return faultPage(.badRequest, .badRequest)
        case .notFound:
            // Byte for byte the same, whoever asks for whatever: not even the links to other languages repeat the path.
            var visit = self
            visit.staticPath = { $0.home }
            return visit.faultPage(.notFound, .notFound)
        case .wrongMethod(let allowed):
            var response = faultPage(.wrongMethod, .methodNotAllowed)
            if let value = HeaderValue(allowed) { response.set("Allow", value) }
            return response
        case .alreadyRegistered(let letter): return redirect(paths.receipt(letter))
        case .forgedForm: return faultPage(.forbidden, .forbidden)
        case .notAllowed: return faultPage(.notAllowed, .forbidden)
        case .conflict: return faultPage(.conflict, .conflict)
        case .tooMany(let seconds):
            var response = faultPage(.tooMany(retryAfter: seconds), .tooManyRequests)
            response.set("Retry-After", HeaderValue(seconds))
            return response
        case .tooLarge: return faultPage(.tooLarge, .contentTooLarge)
        case .signedOut:
            // Whoever only wanted to read is led to the login; whoever sent something must learn that it was not taken.
            if request.method != .post { return redirect(paths.login) }
            return page(pages().login(notice: .signedOutNotice), .forbidden)
        case .staffSignedOut: return redirect(paths.dynamic("/staff/login"))
        case .mustChangePassword: return redirect(paths.dynamic("/staff/password"))
        case .mustAddAuthenticator: return redirect(paths.dynamic("/staff/authenticator"))
        }
    }

    private func answer(to fault: FormFault) -> Response {
        switch fault {
        case .bodyTooLarge: faultPage(.tooLarge, fault.status)
        case .truncated, .unreadable: faultPage(.truncated, fault.status)
        case .unsupportedMediaType: faultPage(.unsupported, fault.status)
        default: faultPage(.badRequest, fault.status)
        }
    }

    private func faultPage(_ fault: Pages.Fault, _ status: Status) -> Response { page(pages().fault(fault), status) }
}
