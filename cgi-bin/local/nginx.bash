# A private nginx with its own fcgiwrap around the printed configuration.

start_nginx() {
    # Debian's files name modules as seen from nginx's own folder.
    ln -s /usr/lib/nginx/modules "$home/run/modules"
    cat >"$home/run/nginx.conf" <<CONF
daemon off;
worker_processes 2;
pid "$home/run/nginx.pid";
error_log "$home/logs/error.log" warn;
include /etc/nginx/modules-enabled/50-mod-http-brotli-static.con[f];
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
    print_site_configuration --fcgiwrap "$sockets/fcgiwrap.socket" --program "$home/bin/pishkhan-cgi"
    launch_fcgiwrap
    launch nginx nginx -e "$home/logs/error.log" -p "$home/run/" -c "$home/run/nginx.conf"
}
