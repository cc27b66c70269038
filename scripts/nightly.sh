#!/bin/bash
# A night's work: what is new in IN is corrected into OUT, once at a time.
set -eu
export LC_ALL=C

me=nightly.sh
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
    cat <<END
Usage: nightly.sh [OPTIONS] [IN OUT]

Runs pipeline.sh over the files below IN that are newer than their output below
OUT. Only one run at a time works on an OUT; what it did stands in a log named
by the date. Meant for cron: prints only what went wrong, and the summary when
it has a terminal.

  -j N             so many files at once           (\$JOBS; the processors)
  -m, --mode MODE  full, basic or emergency        (\$SHODHANA_MODE)
  -l, --logs DIR   folder of the logs              (\$SHODHANA_LOGS; OUT/.shodhana)
  -k, --keep DAYS  older logs are removed          (\$SHODHANA_KEEP_DAYS; 60)
  -a, --all        correct all files again, as after a change of the lexicon
  -h, --help       this text

IN and OUT may be given by \$SHODHANA_IN and \$SHODHANA_OUT.

A crontab line:
  30 2 * * *  $me /archive/raw /archive/corrected

Exit code: 0 done (places may have been flagged), 2 usage, 3 some files were bad
input or IN is no folder, 4 I/O or lexicon failure, a tool is missing, or another
run is at work.
END
}

die() {
    local code=$1
    shift
    printf '%s: %s\n' "$me" "$*" >&2
    exit "$code"
}

jobs=${JOBS:-} mode=${SHODHANA_MODE:-} logs=${SHODHANA_LOGS:-} keep=${SHODHANA_KEEP_DAYS:-60}
update=--update
folders=()
while [ $# -gt 0 ]; do
    case $1 in
    -j | -m | --mode | -l | --logs | -k | --keep)
        [ $# -gt 1 ] || die 2 "$1 wants a value; see --help"
        case $1 in
        -j) jobs=$2 ;;
        -m | --mode) mode=$2 ;;
        -l | --logs) logs=$2 ;;
        *) keep=$2 ;;
        esac
        shift
        ;;
    -a | --all) update= ;;
    -h | --help) usage && exit 0 ;;
    --) shift && folders+=("$@") && break ;;
    -?*) die 2 "no option \`$1\`; see --help" ;;
    *) folders+=("$1") ;;
    esac
    shift
done
[ ${#folders[@]} -gt 0 ] || folders=("${SHODHANA_IN:-}" "${SHODHANA_OUT:-}")
if [ ${#folders[@]} -ne 2 ] || [ -z "${folders[0]}" ] || [ -z "${folders[1]}" ]; then
    die 2 "two folders are needed, IN and OUT; see --help"
fi
case $keep in '' | *[!0-9]*) die 2 "--keep wants a number of days, not \`$keep\`" ;; esac
in=${folders[0]} out=${folders[1]}
[ -d "$in" ] || die 3 "$in: no such folder"

logs=${logs:-$out/.shodhana}
mkdir -p -- "$out/.shodhana" "$logs" || exit 4
# The lock is held by the stages, too: should this script be killed, the next
# run waits for its turn until they have ended.
exec 9>"$out/.shodhana/lock" || exit 4
flock -n 9 || die 4 "another run is at work on $out"

log=$logs/nightly-$(date +%Y-%m-%d).log
: >>"$log" || exit 4
say_log() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >>"$log"; }

# What runs that were killed have left.
find "$out" -name '.*.part' -type f -mmin +60 -delete 2>>"$log" || true
find "$logs" -maxdepth 1 -name 'nightly-*.log' -type f -mtime "+$keep" -delete 2>>"$log" || true

say_log "begin: $in -> $out"
begin=$(wc -c <"$log")
code=0
"$here/pipeline.sh" ${jobs:+-j "$jobs"} ${mode:+-m "$mode"} $update -- "$in" "$out" >>"$log" 2>&1 || code=$?
say_log "end: exit code $code"
[ "$code" -ne 1 ] || code=0 # findings are for editors, not for the operator

if [ "$code" -ne 0 ]; then
    tail -c "+$((begin + 1))" "$log" >&2
    printf '%s: see %s\n' "$me" "$log" >&2
elif [ -t 1 ]; then
    tail -n 2 "$log"
fi
exit "$code"
