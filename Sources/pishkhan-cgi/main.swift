import FastCGI
import Glibc

// Arguments are never looked at: a web server may make them of a query that anybody typed (RFC 3875, section 4.4).
if getenv("GATEWAY_INTERFACE") != nil { answerOneRequest() }
if FastCGISocket.isGiven { answerManyRequests() }
let words = """
    pishkhan-cgi: this is a program that a web server starts, by CGI or with a FastCGI socket as standard input; \
    'pishkhan server-config' prints its configuration

    """
_ = write(STDERR_FILENO, words, words.utf8.count)
exit(2)
