# A private Apache around cgi-bin/apache.conf: the sample file gets its values through Define.

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
        mpm_event{,} authz_core{,} dir{,} mime{,} alias{,} env{,} headers{,} cgid{,})
TypesConfig /etc/mime.types
ScriptSock "$sockets/cgid.socket"
<Directory "/">
    AllowOverride None
    Require all denied
</Directory>
Define PISHKHAN_ADDRESS "127.0.0.1:$port"
Define PISHKHAN_NAME "$address"
Define PISHKHAN_HOME "$home"
Define PISHKHAN_CGI "$home/bin/pishkhan-cgi"
Define PISHKHAN_LOGS "$home/logs"
Include "$home/run/site.conf"
CONF
    cp "$checkout/cgi-bin/apache.conf" "$home/run/site.conf"
    launch apache apache2 -f "$home/run/apache.conf" -DFOREGROUND
}
