import BuiltIn

extension Setup {
    /// Where the administrator's units and changes of units are.
    static let units = "/etc/systemd/system"
    /// What makes the worker the web server's user; where it is, the portal is set up for CGI.
    static let workerDropIn = units + "/pishkhan-work.service.d/cgi.conf"
    /// Whose the socket is, where the web server's user has another name than Debian's usual one.
    static let socketDropIn = units + "/pishkhan.socket.d/web-server.conf"

    /// Writes the units, which the package brings itself, and what differs from them here.
    func placeUnits() throws(SetupFault) {
        if !isPackaged {
            for file in BuiltIn.units.files where !file.path.hasSuffix(".sysusers") {
                try changes.write(file.bytes, to: "\(Self.units)/\(file.path)")
            }
        }
        if gateway == .cgi {
            try changes.write(Array("[Service]\nUser=\(owner)\nGroup=\(owner)\n".utf8), to: Self.workerDropIn)
        } else {
            changes.remove(Self.workerDropIn)
        }
        try giveSocketToServer()
    }

    /// The socket is the web server's; answers whether that is new.
    @discardableResult
    func giveSocketToServer() throws(SetupFault) -> Bool {
        guard gateway == .fastCGI, let server, server.user != "www-data" else {
            let wasThere = Changes.exists(Self.socketDropIn)
            changes.remove(Self.socketDropIn)
            return wasThere
        }
        return try changes.write(Array("[Socket]\nSocketUser=\(server.user)\n".utf8), to: Self.socketDropIn)
    }
}
