# The command line of cgi-bin/serve.

usage() {
    cat <<'TEXT'
usage: cgi-bin/serve [--nginx|--lighttpd|--caddy|--h2o] [--port N] [--config FILE] [--home DIR] [--fresh]

Builds Pishkhan, generates the portal and serves it at http://127.0.0.1:N/ until Ctrl-C.

  --nginx        serve with nginx and fcgiwrap instead of Apache
  --lighttpd     serve with lighttpd instead of Apache
  --caddy        serve with Caddy and fcgiwrap instead of Apache
  --h2o          serve with H2O and fcgiwrap instead of Apache
  --port N       listen on this port, 1024 to 65535
                 (default: 8080, or the next free one)
  --config FILE  the portal's configuration (default: site/portal.json5)
  --home DIR     where the portal and its data are kept (default: .portal)
  --fresh        delete that folder first, with every letter and account in it
  --help         show this

It installs missing Debian packages when it is run by root, and names the command otherwise. Run by
root, everything that answers requests runs as www-data. No service of the system is touched.

Standard output, once the portal answers:
  portal http://127.0.0.1:N/
  staff ROLE NAME PASSWORD      an example account a line, the same at every start
  messages FILE                 the text messages, one JSON line each

Exit codes: 0 ended by Ctrl-C or SIGTERM, 1 something failed, 2 wrong usage.
TEXT
}

# Says what is wrong with the command line, and ends.
wrong_usage() {
    printf 'serve: %s\nserve: --help shows the options\n' "$1" >&2
    exit 2
}

# Sets server, port (empty: choose one), config, home and fresh.
read_options() {
    server=apache port='' config=$checkout/site/portal.json5 home=$checkout/.portal fresh=no
    local chosen=''
    while (($#)); do
        case $1 in
        --nginx | --lighttpd | --caddy | --h2o)
            [[ -z $chosen || $chosen == "$1" ]] || wrong_usage "$chosen and $1 exclude each other"
            chosen=$1 server=${1#--}
            ;;
        --port | --config | --home)
            (($# > 1)) && [[ -n $2 ]] || wrong_usage "$1 needs a value"
            case $1 in
            --port) port=$2 ;;
            --config) config=$(realpath -m -- "$2") ;;
            --home) home=$(realpath -ms -- "$2") ;;
            esac
            shift
            ;;
        --fresh) fresh=yes ;;
        --help | -h)
            usage
            exit 0
            ;;
        *) wrong_usage "unknown option '$1'" ;;
        esac
        shift
    done
    if [[ -n $port ]]; then
        [[ $port =~ ^[1-9][0-9]{3,4}$ ]] && ((port >= 1024 && port <= 65535)) ||
            wrong_usage "--port wants a number from 1024 to 65535, not '$port'"
    fi
    [[ $home != / ]] || wrong_usage "--home cannot be the root folder"
    # The servers' configuration files quote paths, but none of them can hold these characters.
    [[ ! $home =~ [\"\\\$\`[:cntrl:]] ]] ||
        wrong_usage "--home cannot hold quotes, backslashes, \$ or control characters"
    [[ -f $config ]] || wrong_usage "there is no configuration file at $config"
}
