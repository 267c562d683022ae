import Glibc

// Arguments are never looked at: a web server may make them of a query that anybody typed (RFC 3875, section 4.4).
guard getenv("GATEWAY_INTERFACE") != nil else {
    let words = "pishkhan-cgi: this is a CGI program, which a web server starts; cgi-bin/ has the configuration\n"
    _ = write(STDERR_FILENO, words, words.utf8.count)
    exit(2)
}
answerOneRequest()
