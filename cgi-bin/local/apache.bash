# A private Apache around the printed configuration.

start_apache() {
    cat >"$home/run/apache.conf" <<CONF
ServerName 127.0.0.1
ServerRoot "$home/run"
PidFile "$home/run/apache.pid"
DefaultRuntimeDir "$home/run"
Mutex "file:$sockets" default
Listen 127.0.0.1:$port
ErrorLog "$home/logs/error.log"
LogLevel warn
$(printf 'LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n' \
        mpm_event{,} authz_core{,} dir{,} mime{,} alias{,} env{,} headers{,} rewrite{,} cgid{,})
TypesConfig /etc/mime.types
ScriptSock "$sockets/cgid.socket"
<Directory "/">
    AllowOverride None
    Require all denied
</Directory>
Include "$home/run/site.conf"
CONF
    print_site_configuration --program "$home/bin/pishkhan-cgi"
    launch apache apache2 -f "$home/run/apache.conf" -DFOREGROUND
}
