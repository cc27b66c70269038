#!/bin/bash
# No memory: each request of the program in turn is refused, once or from then
# on; and an address space that is too small. The third argument is the library
# built of no_memory.c.
# shellcheck source=tests/faults/lib.sh
. "$(dirname "$0")/lib.sh"
[ -z "$SANITIZE" ] || skip "sanitizers need memory of their own"
refuse=${3:-}
names="srt-parse normalize normalize-text correct score compile run run-one"

# refused NAME N: whether the program came to its N-th request.
refused() {
    local code=0
    what="${command[$1]}, no memory at request $2"
    fresh "$1" over
    rm -f met
    # shellcheck disable=SC2086 # the words of a command
    { env LD_PRELOAD="$refuse" NO_MEMORY_AT="$2" NO_MEMORY_MARK=met ${command[$1]} >stdout 2>message || code=$?; } 2>noise
    [ -e met ] || return 1
    # flite ends the program itself; nothing is written yet by then.
    if [ "$1" = compile ] && [ "$code" = 255 ] && grep -q "^alloc: can't alloc" message; then code=127; fi
    sound "$1" over "$code"
    told "$1" "$code"
}

# The first eighty one by one, then each time a tenth further on.
for name in $names; do
    [ -n "$refuse" ] || break
    for from in '' +; do
        n=1
        while [ $n -le 100000 ] && refused "$name" "$n$from"; do n=$((n + 1 + (n > 80 ? n / 10 : 0))); done
    done
done

for name in $names; do
    for limit in 2000 4000 6000 8000 10000 12000 14000 16000 20000 24000 32000 48000 64000 96000 128000 200000; do
        what="${command[$name]}, ulimit -v $limit"
        fresh "$name" over
        code=0
        # shellcheck disable=SC2086 # the words of a command
        { (ulimit -v $limit && exec ${command[$name]}) >stdout 2>message || code=$?; } 2>noise
        # Too little for the loader: it is none of ours what that says.
        if [ "$limit" -lt 10000 ] && [ "$code" -ge 126 ]; then code=127; fi
        sound "$name" over "$code"
        told "$name" "$code"
    done
done
finish
