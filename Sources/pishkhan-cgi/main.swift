import CGI
import Glibc
import Secrets

// One process answers one request (RFC 3875) and ends.
umask(0o077)
guard Sodium.start() else { exit(1) }
answerRequest(environment: processEnvironment(), now: time(nil))
