import CGI
import CLinux
import Glibc
import SQLite
import Secrets

// One process answers one request (RFC 3875) and ends.
// About what a page takes.
pishkhan_take_memory(200_000)
umask(0o077)
// A browser that goes away must not end the program between two steps: writing to it fails instead.
signal(SIGPIPE, SIG_IGN)
useSQLiteSparingly()
guard Sodium.start() else { exit(1) }
answerRequest(environment: processEnvironment(), now: time(nil))
