# The port, and whether the portal answers on it.

somebody_listens_on() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Sets port and address.
#
# Some time passes until the server binds the port: a lock keeps other runs of the same user from choosing it.
choose_port() {
    if [[ -n $port ]]; then
        ! somebody_listens_on "$port" || fail "port $port is taken; --port takes another one"
    else
        local locks=${TMPDIR:-/tmp}/pishkhan-serve-$EUID
        mkdir -m 700 "$locks" 2>/dev/null
        [[ -d $locks && -O $locks && ! -L $locks ]] || fail "$locks must be a folder of $(id -un)"
        for ((port = 8080; port <= 8180; port++)); do
            exec 9>"$locks/$port"
            flock -n 9 && ! somebody_listens_on "$port" && break
        done
        ((port <= 8180)) || fail "the ports from 8080 to 8180 are all taken; --port takes another one"
    fi
    address=http://127.0.0.1:$port/
}

# Whether a GET of this path is answered with 200.
answers() {
    local status='' rest
    {
        exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
        printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$1" "$port" >&3
        read -r -t 5 _ status rest <&3
        exec 3<&-
    } 2>/dev/null
    [[ ${status%%[^0-9]*} == 200 ]]
}

wait_until_serving() {
    local tries
    for ((tries = 0; tries < 300; tries++)); do
        look_after_children
        answers /cgi-bin/pishkhan/health && answers / && return
        sleep 0.1
    done
    tail -q -n 5 "$home/logs/error.log" "$home/logs/$server.log" >&2 2>/dev/null
    fail "the portal does not answer at $address; the logs are in $home/logs/"
}
