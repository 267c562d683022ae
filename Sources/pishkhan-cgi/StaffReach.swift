import Desk
import Portal

extension Visit {
    /// Where the config names networks, the staff's pages are not there for anybody outside them: the same answer as for
    /// an address that never existed, whatever the method.
    func requireReach() throws(Refusal) {
        guard !settings.staffNetworks.isEmpty,
            request.path == "/staff" || request.path.utf8.starts(with: "/staff/".utf8)
        else { return }
        guard Reach(settings.staffNetworks).includes(request.remoteAddress) else { throw .notFound }
    }
}
