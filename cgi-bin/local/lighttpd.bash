# A private lighttpd around the printed configuration.

start_lighttpd() {
    mkdir -p "$home"/run/{empty,uploads,compressed}
    ((EUID != 0)) || chown "$serving_user:" "$home"/run/{uploads,compressed}
    cat >"$home/run/lighttpd.conf" <<CONF
server.modules = ( "mod_deflate" )
server.bind = "127.0.0.1"
server.port = $port
server.pid-file = "$home/run/lighttpd.pid"
server.errorlog = "$home/logs/error.log"
server.upload-dirs = ( "$home/run/uploads" )
server.document-root = "$home/run/empty"
deflate.cache-dir = "$home/run/compressed"
include "$home/run/site.conf"
CONF
    print_site_configuration --program "$home/bin/pishkhan-cgi"
    launch lighttpd lighttpd -D -f "$home/run/lighttpd.conf"
}
