# The two executables, and the portal that one of them generates.

# Builds one product into its own scratch folder, since the two are linked differently.
build_product() {
    local product=$1 scratch=$2
    shift 2
    (
        flock 7
        cd "$checkout" && forget_old_headers "$scratch" && swift build -c release --product "$product" --static-swift-stdlib "$@" \
            --scratch-path "$scratch" &&
            cp "$scratch/release/$product" "$home/bin/.$product" && mv "$home/bin/.$product" "$home/bin/$product"
    ) 7>"$checkout/.build/serve.lock"
}

build_executables() {
    mkdir -p "$checkout/.build"
    local log=$home/logs/build.log
    say "building pishkhan-cgi (minutes at the first time)"
    run_step "$log" build_product pishkhan-cgi .build/cgi -Xswiftc -static-executable || show_and_fail "$log"
    say "building pishkhan"
    run_step "$log" build_product pishkhan .build/pishkhan || show_and_fail "$log"
}

show_and_fail() {
    grep -E 'error:' "$1" | head -n 20 >&2 || tail -n 20 "$1" >&2
    fail "the build failed; all of its output is in $1"
}

generate_portal() {
    local log=$home/logs/generate.log
    say "generating the portal from ${config#"$checkout"/}"
    if ! run_step "$log" "$home/bin/pishkhan" build --config "$config" --home "$home" --address "$address"; then
        cat "$log" >&2
        fail "the portal was not generated"
    fi
    # Generating may have made files in data/, and root may have been the one who generated.
    chmod 700 "$home/data"
    ((EUID != 0)) || chown -R -- "$serving_user:" "$home/data"
}
