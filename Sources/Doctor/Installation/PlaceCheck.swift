extension Check {
    /// The data lie where no web server hands them out.
    static let place = Check("place") { examination in
        let data = examination.home.data.path
        guard let own = realPath(data) else { return [] }
        // What we serve ourselves, and what Debian's servers serve before they are told otherwise.
        let served = [examination.home.current + "/public", "/var/www/html", "/usr/share/nginx/html"]
        return served.compactMap(realPath).filter { (own + "/").hasPrefix($0 + "/") }.map { root in
            Finding(
                data, "lies inside the document root \(root)",
                "stop the web server and the worker, move the home elsewhere, and set PISHKHAN_HOME to its new place")
        }
    }
}
