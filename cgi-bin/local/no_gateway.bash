# Programs of cgi-bin/ that are for people end where a web server runs them.

if [[ -n ${GATEWAY_INTERFACE:-} ]]; then
    printf 'Status: 403 Forbidden\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    printf 'This program is for the command line; a web server must not start it.\n'
    exit 2
fi
