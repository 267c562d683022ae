# The Debian packages and the Swift toolchain. Tests/run uses this file too; it needs `say` and `fail`.

swift_needed=6.2
build_packages=(
    libsqlite3-dev libsodium-dev nettle-dev zlib1g-dev libdeflate-dev libbrotli-dev libharfbuzz-dev libcmark-gfm-dev
    libcmark-gfm-extensions-dev libcurl4-openssl-dev libfcgi-dev fonts-noto-core
)

# Only what each server needs: apache2-bin has Apache's program and modules without its system service.
packages_for() {
    case $1 in
    apache) echo apache2-bin media-types ;;
    nginx) echo nginx-light libnginx-mod-http-brotli-static fcgiwrap ;;
    lighttpd) echo lighttpd lighttpd-mod-deflate ;;
    caddy) echo caddy media-types fcgiwrap ;;
    h2o) echo h2o fcgiwrap ;;
    esac
}

# Sees to it that the Swift toolchain is there and new enough.
require_swift() {
    local where="Pishkhan needs Swift $swift_needed or newer: https://www.swift.org/install/ has it for Debian 12"
    local found
    command -v swift >/dev/null || fail "there is no Swift toolchain in PATH. $where"
    found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
    [[ -n $found ]] || fail "'swift --version' does not tell a version. $where"
    # sort -V puts the smaller version first.
    [[ $(printf '%s\n' "$swift_needed" "$found" | sort -V | head -n 1) == "$swift_needed" ]] ||
        fail "the Swift toolchain in PATH is $found. $where"
}

# Sees to it that these packages are installed; asks dpkg only, so it is quick when they are.
require_packages() {
    local -a missing=()
    local package
    for package; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    ((EUID == 0)) || fail "packages are missing; this installs them: sudo apt-get install -y ${missing[*]}"
    say "installing ${missing[*]}"
    install_quietly "${missing[@]}" || fail "apt-get could not install ${missing[*]}"
}

# Installs packages without starting the services that some of them bring, now or at the next boot.
install_quietly() {
    local policy=/usr/sbin/policy-rc.d ours=no status=0
    if [[ ! -e $policy ]]; then
        ours=yes
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
    fi
    local -a apt=(apt-get -qq -y -o DPkg::Lock::Timeout=600)
    export DEBIAN_FRONTEND=noninteractive
    "${apt[@]}" install --no-install-recommends "$@" >&2 ||
        { "${apt[@]}" update >&2 && "${apt[@]}" install --no-install-recommends "$@" >&2; } || status=1
    [[ $ours == no ]] || rm -f "$policy"
    local package
    if [[ -d /run/systemd/system ]]; then
        for package; do
            case $package in
            nginx-light) systemctl -q disable nginx.service ;;
            lighttpd) systemctl -q disable lighttpd.service ;;
            caddy) systemctl -q disable caddy.service ;;
            h2o) systemctl -q disable h2o.service ;;
            clamav-daemon) systemctl -q disable clamav-daemon.service clamav-daemon.socket ;;
            fcgiwrap) systemctl -q disable fcgiwrap.service fcgiwrap.socket ;;
            kannel) systemctl -q disable kannel.service ;;
            esac
        done
    fi
    return $status
}
