# The example staff accounts: made once, their passwords kept so that each start prints the same.

# The unit of the example clerk: `education`, or the first unit of a portal that has none of that name.
example_unit() {
    local list=$home/current/public/units.json ids
    ids=$(grep -o '"id" *: *"[^"]*"' "$list" 2>/dev/null | sed 's/.*"\([^"]*\)"$/\1/')
    if [[ -z $ids ]] || grep -qx education <<<"$ids"; then echo education; else head -n 1 <<<"$ids"; fi
}

# 20 characters of 32: 100 bits.
new_password() { head -c 64 /dev/urandom | base32 -w 0 | tr 'A-Z' 'a-z' | head -c 20; }

make_account() {
    local role=$1 name=$2 password
    shift 2
    ! grep -q "^$role " "$home/staff-accounts" || return 0
    password=$(new_password)
    printf '%s\n' "$password" | (umask 077 && "${as_user[@]}" "$home/bin/pishkhan" \
        staff add "$name" --role "$role" "$@" --password-stdin --keep \
        --home "$home") >"$home/logs/accounts.log" 2>&1 8<&- 9<&- || {
        cat "$home/logs/accounts.log" >&2
        fail "the example account '$name' could not be made; --fresh begins anew"
    }
    printf '%s %s %s\n' "$role" "$name" "$password" >>"$home/staff-accounts"
}

make_example_accounts() {
    (umask 077 && : >>"$home/staff-accounts")
    make_account reviewer reviewer
    make_account clerk clerk --unit "$(example_unit)"
    make_account administrator administrator
}
