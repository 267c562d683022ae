# A private lighttpd around cgi-bin/lighttpd.conf, whose example values sed replaces.

start_lighttpd() {
    mkdir -p "$home/run/empty" "$home/run/uploads"
    ((EUID != 0)) || chown "$serving_user:" "$home/run/uploads"
    cat >"$home/run/lighttpd.conf" <<CONF
server.modules = ()
server.bind = "127.0.0.1"
server.port = $port
server.pid-file = "$home/run/lighttpd.pid"
server.errorlog = "$home/logs/error.log"
server.upload-dirs = ( "$home/run/uploads" )
server.document-root = "$home/run/empty"
include "$home/run/site.conf"
CONF
    sed -e "s|\(pishkhan_address *= \).*|\1\"127.0.0.1:$port\"|" \
        -e "s|/usr/lib/cgi-bin/pishkhan-cgi|$(in_sed "$home")/bin/pishkhan-cgi|" \
        -e "s|/var/log/lighttpd|$(in_sed "$home")/logs|" \
        -e "s|/var/lib/pishkhan\([/\"]\)|$(in_sed "$home")\1|" "$checkout/cgi-bin/lighttpd.conf" >"$home/run/site.conf"
    launch lighttpd lighttpd -D -f "$home/run/lighttpd.conf"
}
