extension Setup {
    /// Takes back what setup has put in force: the web server's site and the services. Config, releases and data stay.
    public func takeBack() throws(SetupFault) {
        try leaveServers()
        try endServices()
        if !isPackaged { changes.note("programs, units, config and letters are where they were") }
    }
}
