#!/bin/bash
# A system call fails: each one of a kind in turn, once or from then on.
# shellcheck source=tests/faults/lib.sh
. "$(dirname "$0")/lib.sh"
command -v strace >/dev/null || skip "no strace"
strace -f -qq -o trace true 2>message || skip "strace cannot trace here: $(head -n 1 message)"

# inject NAME KIND CALLS FAULT WHEN: whether the fault was met.
inject() {
    local code=0
    what="${command[$1]} ($2 output), $3:$4 at $5"
    fresh "$1" "$2"
    # shellcheck disable=SC2086 # the words of a command
    strace -f -y -qq -o trace -e trace="$3" -e inject="$3:$4:when=$5" ${command[$1]} >stdout 2>message || code=$?
    grep -q '(INJECTED)' trace || return 1
    sound "$1" "$2" "$code"
    # A message that cannot be written is not told.
    grep '(INJECTED)' trace | grep -q 'write([12]<' || told "$1" "$code"
}

# sweep MOST CALLS FAULT [PLUS]: at the first, second, ... call, as long as there is one.
sweep() {
    local name kind n
    for name in $names; do
        for kind in new over; do
            n=1
            while [ "$n" -le "$1" ] && inject "$name" "$kind" "$2" "$3" "$n${4:-}"; do n=$((n + 1)); done
        done
    done
}

sweep 8 write error=ENOSPC
sweep 3 write error=EIO +
sweep 8 fsync error=EIO
sweep 4 rename,renameat,renameat2 error=EXDEV
sweep 4 rename,renameat,renameat2 error=EACCES +
sweep 3 unlink,unlinkat error=EIO
sweep 3 close error=EIO
sweep 4 mkdir,mkdirat error=ENOSPC +
sweep 4 pread64,read error=EIO
sweep 60 openat error=EMFILE
names="correct run"
sweep 12 newfstatat,fstat error=EIO
sweep 6 getdents64 error=EIO
sweep 6 clone,clone3 error=EAGAIN +
finish
