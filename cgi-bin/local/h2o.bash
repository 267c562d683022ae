# A private H2O with its own fcgiwrap on the printed configuration.

start_h2o() {
    print_site_configuration --fcgiwrap "$sockets/fcgiwrap.socket" --program "$home/bin/pishkhan-cgi"
    launch_fcgiwrap
    # It is begun as the user that it would become, which it could not do then.
    sed '/^user: /d' "$home/run/site.conf" >"$home/run/h2o.conf"
    launch h2o h2o -c "$home/run/h2o.conf"
}
