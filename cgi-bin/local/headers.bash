# Swift's package manager does not see that a C header has changed, and goes on with what it made of the old one.

# Removes what was built in a scratch folder from other headers than those of now.
forget_old_headers() {
    local scratch=$1 now
    now=$(cat "$checkout"/Sources/C*/*.h "$checkout"/Sources/C*/include/*.h | cksum)
    [[ $(cat "$scratch/headers" 2>/dev/null) != "$now" ]] || return 0
    rm -rf "$scratch"
    mkdir -p "$scratch"
    printf '%s\n' "$now" >"$scratch/headers"
}
