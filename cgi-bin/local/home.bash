# The folder that holds the portal: releases, data, and what only serve needs (bin, logs, run, staff-accounts).

marker=.made-by-serve # serve deletes only folders that hold this file

# Whether the serving user can enter this folder.
enterable() { "${as_user[@]}" test -x "$1" 2>/dev/null; }

# Where the portal's files really are. A checkout below /root or in a private folder cannot be entered by
# www-data; HOME is then a symbolic link to a folder that can.
real_home() {
    if [[ -L $home ]]; then
        readlink -f -- "$home"
    elif enterable "$(existing_parent)"; then
        printf '%s\n' "$home"
    else
        printf '/var/lib/pishkhan-serve/%s\n' "$(printf '%s' "$home" | sha256sum | head -c 16)"
    fi
}

existing_parent() {
    local parent=$home
    until [[ -d $parent && $parent != "$home" ]]; do parent=$(dirname -- "$parent"); done
    printf '%s\n' "$parent"
}

looks_like_a_home() { [[ -e $1/$marker || -d $1/releases ]]; }

# Refuses to work in a folder that holds something else.
check_home() {
    local folder=$1
    [[ -d $folder ]] || { [[ ! -e $folder ]] || fail "$folder is not a folder"; return 0; }
    [[ -n $(ls -A -- "$folder") ]] || return 0
    looks_like_a_home "$folder" || fail "$folder holds something else than a portal; --home takes another folder"
    [[ $fresh == no || -e $folder/$marker ]] ||
        fail "$folder was not made by serve, so --fresh does not delete it; delete it yourself"
}

# Makes the folder, takes it for this run, and sets home to its real path.
prepare_home() {
    local named=$home real
    real=$(real_home)
    [[ $real == "$named" || -L $named || ! -e $named ]] ||
        fail "$named cannot be entered by $serving_user; delete it, or let --home name another folder"
    check_home "$real"
    mkdir -p -- "$real" "$(dirname -- "$named")" || fail "$real cannot be made"
    [[ $real == "$named" || -L $named ]] || ln -s -- "$real" "$named" || fail "$named cannot be made"
    home=$real

    exec 8<"$home"
    flock -n 8 || fail "another run of serve uses $named; --home takes another folder"
    if [[ $fresh == yes ]]; then
        find "$home" -mindepth 1 -delete || fail "$home cannot be emptied"
    fi
    [[ -d $home/releases ]] || : >"$home/$marker"

    rm -rf -- "$home/run"
    home_is_ours=yes
    mkdir -p -- "$home"/{bin,logs,run} || fail "$home cannot be written to"
    rm -f -- "$home"/logs/*.log
    chmod 755 "$home" "$home/bin"
    chmod 700 "$home/logs" "$home/run"
    ((EUID != 0)) || chown -- "$serving_user:" "$home"/{logs,run}
    choose_socket_folder
}

# A socket's path has 107 bytes at most; a home with a long path keeps its sockets elsewhere.
choose_socket_folder() {
    sockets=$home/run
    ((${#sockets} > 85)) || return 0
    temporary=$(mktemp -d /tmp/pishkhan.XXXXXX) && sockets=$temporary
    ((EUID != 0)) || chown "$serving_user:" "$sockets"
}
