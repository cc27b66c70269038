#!/bin/bash
# A disk that is full, has no more files, or is read-only; a limit on the size
# of files.
if [ -z "${SHODHANA_OWN_MOUNTS:-}" ]; then
    # In a place of its own: nothing stays mounted, whatever happens.
    unshare -m true 2>/dev/null || { printf 'skipped: no mounting here (not root?)\n' && exit 77; }
    SHODHANA_OWN_MOUNTS=1 exec unshare -m "$0" "$@"
fi
# shellcheck source=tests/faults/lib.sh
. "$(dirname "$0")/lib.sh"

# try NAME KIND: the command as it is, with the outputs on the small disk.
try() {
    local code=0
    # shellcheck disable=SC2086 # the words of a command
    ${command[$1]} >stdout 2>message || code=$?
    sound "$1" "$2" "$code"
    told "$1" "$code"
}

mkdir -p out
mount -t tmpfs -o size=4k tmpfs out 2>message || skip "no mounting here: $(head -n 1 message)"
for name in $names pipeline; do
    command[pipeline]="env SHODHANA_BIN=$bin $SOURCE/scripts/pipeline.sh -j 2 in out"
    [ "$name" != pipeline ] || cp -r want/run want/pipeline
    for kind in new over; do
        for size in 4k 8k 12k 16k 24k 32k 48k 64k 96k 128k 1m; do
            what="${command[$name]} ($kind output), a disk of $size"
            fresh "$name" "$kind"
            mount -o remount,size=$size out 2>message || continue # what is there is larger
            [ "$name" = pipeline ] || try "$name" "$kind"
            if [ "$name" = pipeline ]; then
                code=0
                ${command[$name]} >stdout 2>message || code=$?
                sound "$name" "$kind" "$code"
            fi
            mount -o remount,size=1m out
        done
        for inodes in 2 3 4 5 6 20; do
            what="${command[$name]} ($kind output), a disk for $inodes files"
            fresh "$name" "$kind"
            mount -o "remount,nr_inodes=$inodes" out 2>message || continue
            [ "$name" = pipeline ] || try "$name" "$kind"
            mount -o remount,nr_inodes=1000 out
        done
        what="${command[$name]} ($kind output), a read-only disk"
        fresh "$name" "$kind"
        mount -o remount,ro out
        [ "$name" = pipeline ] || try "$name" "$kind"
        mount -o remount,rw out
    done
done
umount out

names="srt-parse normalize normalize-text correct score compile run"
for name in $names; do
    for kind in new over; do
        for limit in 0 1 4 8 16 64 1024; do
            what="${command[$name]} ($kind output), ulimit -f $limit"
            fresh "$name" "$kind"
            # Messages go through a pipe, which has no limit.
            # shellcheck disable=SC2086 # the words of a command
            (ulimit -f $limit && exec ${command[$name]}) 2>&1 >/dev/null | cat >message
            code=${PIPESTATUS[0]}
            sound "$name" "$kind" "$code"
            told "$name" "$code"
        done
    done
done
finish
