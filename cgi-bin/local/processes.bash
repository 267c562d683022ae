# What serve starts, how it waits for it, and how it ends it.

declare -A child_name=() # process id → what it is
declare -a as_user=()    # the words that make a command run as the serving user; empty when not root
serving_user=$(id -un)
if ((EUID == 0)); then
    serving_user=www-data
    as_user=(setpriv --reuid www-data --regid www-data --init-groups)
fi
step_process='' # the process id of the step under way
tick=''         # the process id of the clock tick under way
temporary=''    # a folder to delete at the end

say() { printf 'serve: %s\n' "$*" >&2; }

fail() {
    say "$*"
    end 1
}

# Starts NAME in the background as the serving user, with a clean environment, its output in logs/NAME.log.
#
# A session of its own keeps a terminal's Ctrl-C away from it: serve ends it in its own time. Should serve be
# killed outright, the kernel tells the child (pdeathsig).
launch() {
    local name=$1
    shift
    (
        umask 077
        exec setsid setpriv --pdeathsig TERM "${as_user[@]:1}" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
            LC_ALL=C.UTF-8 "$@" </dev/null >>"$home/logs/$name.log" 2>&1 8<&- 9<&-
    ) &
    child_name[$!]=$name
}

# Runs a step that may take minutes: its output goes to FILE, whose last line is shown now and then.
# Answers with the step's exit status.
run_step() {
    local log=$1 seconds=0 last='' line
    shift
    "$@" </dev/null >"$log" 2>&1 8<&- &
    step_process=$!
    while kill -0 "$step_process" 2>/dev/null; do
        sleep 0.2
        if ((++seconds % 25 == 0)); then
            line=$(tail -n 1 "$log")
            [[ $line == "$last" ]] || say "  $line"
            last=$line
        fi
    done
    local process=$step_process
    step_process=''
    wait "$process"
}

end_on_signals() { trap 'end 0' INT TERM HUP; }

# Ends what a dead child has left behind in the session that it was started in.
end_rest_of() {
    local tries
    kill -- "-$1" 2>/dev/null || return 0
    for ((tries = 0; tries < 20; tries++)); do
        kill -0 -- "-$1" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -KILL -- "-$1" 2>/dev/null
}

# Ends everything that was started, and serve itself with this exit status.
end() {
    trap '' INT TERM HUP
    [[ -z $step_process ]] || kill "$step_process" 2>/dev/null
    [[ -z $tick ]] || kill "$tick" 2>/dev/null
    local process tries
    for process in "${!child_name[@]}"; do kill "$process" 2>/dev/null; done
    for process in "${!child_name[@]}"; do
        for ((tries = 0; tries < 100; tries++)); do
            kill -0 "$process" 2>/dev/null || break
            sleep 0.1
        done
        kill -KILL "$process" 2>/dev/null
        wait "$process" 2>/dev/null
        end_rest_of "$process"
    done
    [[ -z ${home_is_ours:-} ]] || rm -rf -- "$home/run"
    [[ -z $temporary ]] || rm -rf -- "$temporary"
    exit "$1"
}

# Ends serve with a complaint as soon as one of the children is gone.
look_after_children() {
    local process
    for process in "${!child_name[@]}"; do
        kill -0 "$process" 2>/dev/null && continue
        local name=${child_name[$process]}
        end_rest_of "$process"
        unset "child_name[$process]"
        tail -n 5 "$home/logs/$name.log" >&2
        [[ ! -s $home/logs/error.log ]] || tail -n 5 "$home/logs/error.log" >&2
        fail "'$name' ended unexpectedly; its last words are above, the rest is in $home/logs/"
    done
}

# Looks after the children until a signal comes.
#
# `wait -n` alone would miss a child that dies between two waits, so a clock tick wakes it up, too.
watch_children() {
    while :; do
        look_after_children
        sleep 1 >/dev/null 2>&1 8<&- 9<&- &
        tick=$!
        wait -n
        kill "$tick" 2>/dev/null
    done
}
