# The server's configuration for this portal, as an administrator prints it.

# Writes run/site.conf; further options of `pishkhan server-config` can be given.
print_site_configuration() {
    "$home/bin/pishkhan" server-config "$server" --config "$config" --home "$home" --address "$address" \
        --listen "127.0.0.1:$port" --logs "$home/logs" "$@" >"$home/run/site.conf" 2>"$home/logs/site.log" 8<&- 9<&- || {
        cat "$home/logs/site.log" >&2
        fail "the configuration of $server was not printed"
    }
}

# The CGI program behind $sockets/fcgiwrap.socket, for the servers that run none.
launch_fcgiwrap() {
    # fcgiwrap forgets its four children when it is ended; the shell around it ends them all.
    launch fcgiwrap bash -c 'trap "trap - TERM; kill 0" TERM; fcgiwrap "$@" & wait' fcgiwrap -c 4 \
        -s "unix:$sockets/fcgiwrap.socket" -p "$home/bin/pishkhan-cgi"
}
