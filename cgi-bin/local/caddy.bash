# A private Caddy with its own fcgiwrap on the printed configuration.

start_caddy() {
    print_site_configuration --fcgiwrap "$sockets/fcgiwrap.socket" --program "$home/bin/pishkhan-cgi"
    launch_fcgiwrap
    launch caddy env HOME="$home/run" CADDY_ADMIN="unix/$sockets/caddy.socket" \
        caddy run --adapter caddyfile --config "$home/run/site.conf"
}
