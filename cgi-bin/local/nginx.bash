# A private nginx with its own fcgiwrap around cgi-bin/nginx.conf, whose example values sed replaces.

start_nginx() {
    cat >"$home/run/nginx.conf" <<CONF
daemon off;
worker_processes 2;
pid "$home/run/nginx.pid";
error_log "$home/logs/error.log" warn;
events { worker_connections 512; }
http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    client_body_temp_path "$home/run/body";
    fastcgi_temp_path "$home/run/fastcgi";
    proxy_temp_path "$home/run/proxy";
    scgi_temp_path "$home/run/scgi";
    uwsgi_temp_path "$home/run/uwsgi";
    include "$home/run/site.conf";
}
CONF
    sed -e "s|listen 80;|listen 127.0.0.1:$port;|" -e "s|server_name .*;|server_name 127.0.0.1;|" \
        -e "s|/run/fcgiwrap.socket|$(in_sed "$sockets")/fcgiwrap.socket|" \
        -e "s|/usr/lib/cgi-bin/pishkhan-cgi|$(in_sed "$home")/bin/pishkhan-cgi|" \
        -e "s|/var/log/nginx|$(in_sed "$home")/logs|" \
        -e "s|/var/lib/pishkhan\([/\"]\)|$(in_sed "$home")\1|" "$checkout/cgi-bin/nginx.conf" >"$home/run/site.conf"
    # fcgiwrap forgets its four children when it is ended; the shell around it ends them all.
    launch fcgiwrap bash -c 'trap "trap - TERM; kill 0" TERM; fcgiwrap "$@" & wait' fcgiwrap -c 4 \
        -s "unix:$sockets/fcgiwrap.socket" -p "$home/bin/pishkhan-cgi"
    launch nginx nginx -e "$home/logs/error.log" -p "$home/run/" -c "$home/run/nginx.conf"
}

# A text as the right-hand side of sed's s|…|…|.
in_sed() { sed 's/[&|\\]/\\&/g' <<<"$1"; }
