#!/bin/bash
# Killed at a call: what was there stays or the new is whole; the same command
# again makes all of it, whatever the killed one left.
# shellcheck source=tests/faults/lib.sh
. "$(dirname "$0")/lib.sh"
command -v strace >/dev/null || skip "no strace"
strace -f -qq -o trace true 2>message || skip "strace cannot trace here: $(head -n 1 message)"
names="normalize correct compile run run-one"

# kill_at NAME KIND CALLS N: whether there was an N-th call.
kill_at() {
    local code=0 again=0
    what="${command[$1]} ($2 output), SIGKILL at $3 $4"
    fresh "$1" "$2"
    # What the shell has to say about it is of no interest.
    # shellcheck disable=SC2086 # the words of a command
    { strace -f -qq -o trace -e trace="$3" -e inject="$3:signal=SIGKILL:when=$4" ${command[$1]} \
        >stdout 2>message || code=$?; } 2>noise
    [ "$code" = 137 ] || return 1
    sound "$1" "$2" "$code"
    # shellcheck disable=SC2086 # the words of a command
    ${command[$1]} >stdout 2>message || again=$?
    [ "$again" -le 1 ] || bad "again: exit code $again"
    (cd "want/$1" && find . -type f -print0) | (cd out && xargs -0 -I {} cmp "$top/want/$1/{}" {}) || bad "again: not whole"
}

for name in $names; do
    for kind in new over; do
        for calls in rename,renameat,renameat2 fsync write openat,close mkdir,mkdirat; do
            n=1
            while [ "$n" -le 10 ] && kill_at "$name" "$kind" "$calls" "$n"; do n=$((n + 1)); done
        done
    done
done

# Any time: a run that is killed again and again comes to its end.
what="shodhana run, killed at any time"
fresh run over
for pause in 0.001 0.002 0.003 0.005 0.008 0.013; do
    code=0
    { timeout -s KILL "$pause" shodhana run -q in out >stdout 2>message || code=$?; } 2>noise
    sound run over "$code"
done
code=0
shodhana run -q in out >stdout 2>message || code=$?
find out -name '*.part' -delete
sound run over "$code"
finish
