#!/bin/bash
# The filters chained by the shell over a folder tree.
set -eu
export LC_ALL=C

me=pipeline.sh
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
    cat <<END
Usage: pipeline.sh [OPTIONS] IN OUT

For every *.srt below the folder IN runs
    srt-parse | sanskrit-normalize | correct -O srt
and writes to the same place below OUT, whole or not at all. A file that fails
is reported and leaves its output as it was; the others go on. In mode emergency
sanskrit-normalize is left out.

  -j N             so many files at once; default \$JOBS, else the processors
  -m, --mode MODE  full, basic or emergency: handed to correct
  -u, --update     only files that are newer than their output
  -v, --verbose    show the warnings of the stages, too
  -h, --help       this text

The tools are taken from the folder \$SHODHANA_BIN, else from
../build/release/bin beside this script, else from PATH.

Exit code: 0 done, 1 done and places were flagged or files had warnings,
2 usage, 3 some files were bad input (or IN is no folder, or has no *.srt),
4 I/O or lexicon failure, a tool is missing.
END
}

warn() { printf '%s: %s\n' "$me" "$*" >&2; }
die() {
    local code=$1
    shift
    warn "$*"
    exit "$code"
}

# ---- one file ---------------------------------------------------------------
# The script calls itself with --one for each file: IN, OUT and the place of the
# file below both. What became of it is one line of $PIPELINE_RESULTS.

note() { printf '%s\n' "$1" >>"$PIPELINE_RESULTS"; }

# fail_one KIND PLACE WHAT: say it, with what the stages said, and be done.
fail_one() {
    note "$1"
    { warn "${2//[[:cntrl:]]/?}: $3"; [ ! -s "$messages" ] || sed 's/^/    /' "$messages"; } >&2
    exit 0
}

# A stage that dies breaks the pipe of those before it, so the last one that
# failed is the cause. 0 and 1 are good: done, done with findings.
judge() {
    local names=(srt-parse sanskrit-normalize correct) i
    for i in 2 1 0; do
        case ${codes[i]} in
        0 | 1) ;;
        3) fail_one bad-input "$1" "${names[i]} ended with exit code 3" ;;
        *) fail_one failed "$1" "${names[i]} ended with exit code ${codes[i]}" ;;
        esac
    done
}

# Emergency is a pass-through: only the form of the file is looked at.
normalize() { if [ "$PIPELINE_MODE" = emergency ]; then exec cat; else exec sanskrit-normalize; fi; }

one() {
    local in=$1 out=$2 place=$3
    local source=$in/$place target=$out/$place
    local folder=${target%/*} base=${place##*/}
    local -a codes
    if [ -n "$PIPELINE_UPDATE" ] && [ -e "$target" ] && [ ! "$source" -nt "$target" ]; then
        note unchanged
        return
    fi
    messages=$(mktemp "$PIPELINE_SCRATCH/XXXXXXXX")
    part=$folder/.${base:0:180}.$$.part
    trap 'rm -f -- "$part"' EXIT
    trap 'exit 255' HUP INT TERM # 255: xargs begins no other file
    mkdir -p -- "$folder" 2>"$messages" || fail_one failed "$place" "cannot make its folder"
    # Into the part first: when an early stage fails, a later one still writes.
    set +e
    {
        srt-parse -- "$source" | normalize | correct -O srt ${PIPELINE_MODE:+-m "$PIPELINE_MODE"} >"$part"
        codes=("${PIPESTATUS[@]}")
    } 2>"$messages"
    set -e
    judge "$place"
    { sync -- "$part" && mv -fT -- "$part" "$target"; } 2>"$messages.w" || {
        messages=$messages.w
        fail_one failed "$place" "cannot write its output"
    }
    [ -z "$PIPELINE_VERBOSE" ] || [ ! -s "$messages" ] || cat "$messages" >&2
    case ${codes[*]} in *1*) note findings ;; *) note clean ;; esac
}

if [ "${1:-}" = --one ]; then
    shift
    one "$@"
    exit 0
fi

# ---- all files --------------------------------------------------------------

jobs=${JOBS:-} PIPELINE_MODE='' PIPELINE_UPDATE='' PIPELINE_VERBOSE=''
folders=()
while [ $# -gt 0 ]; do
    case $1 in
    -j | -m | --mode)
        [ $# -gt 1 ] || die 2 "$1 wants a value; see --help"
        case $1 in -j) jobs=$2 ;; *) PIPELINE_MODE=$2 ;; esac
        shift
        ;;
    -j*) jobs=${1#-j} ;;
    -u | --update) PIPELINE_UPDATE=yes ;;
    -v | --verbose) PIPELINE_VERBOSE=yes ;;
    -h | --help) usage && exit 0 ;;
    --) shift && folders+=("$@") && break ;;
    -?*) die 2 "no option \`$1\`; see --help" ;;
    *) folders+=("$1") ;;
    esac
    shift
done
[ ${#folders[@]} -eq 2 ] || die 2 "two folders are needed, IN and OUT; see --help"
jobs=${jobs:-$(nproc)}
case $jobs in '' | *[!0-9]* | 0*) die 2 "-j wants a number from 1, not \`$jobs\`" ;; esac
case $PIPELINE_MODE in '' | full | basic | emergency) ;; *) die 2 "no mode \`$PIPELINE_MODE\`: full, basic or emergency" ;; esac

for place in "${SHODHANA_BIN:-}" "$here/../build/release/bin"; do
    if [ -n "$place" ] && [ -x "$place/correct" ]; then
        PATH=$(cd "$place" && pwd):$PATH
        break
    fi
done
for tool in srt-parse sanskrit-normalize correct; do
    command -v "$tool" >/dev/null || die 4 "no $tool in PATH; build it (scripts/quickstart) or set SHODHANA_BIN"
done

[ -d "${folders[0]}" ] || die 3 "${folders[0]}: no such folder"
in=$(realpath -e -- "${folders[0]}") out=$(realpath -m -- "${folders[1]}")
case $out/ in "$in"/*) die 2 "OUT must not be inside IN: $out" ;; esac
case $in/ in "$out"/*) die 2 "IN must not be inside OUT: $in" ;; esac
mkdir -p -- "$out" || exit 4
[ -w "$out" ] || die 4 "$out: cannot be written"

PIPELINE_SCRATCH=$(mktemp -d)
trap 'rm -rf -- "$PIPELINE_SCRATCH"' EXIT
trap 'exit 4' HUP INT TERM
PIPELINE_RESULTS=$PIPELINE_SCRATCH/results
: >"$PIPELINE_RESULTS"
export PATH PIPELINE_SCRATCH PIPELINE_RESULTS PIPELINE_MODE PIPELINE_UPDATE PIPELINE_VERBOSE

walked=yes
set +e
# As `shodhana run` lists them: links to files, but not to folders; nothing hidden.
(cd "$in" && find . -name '.?*' -prune -o -xtype f -iname '*.srt' -printf '%P\0') | sort -z |
    xargs -0 -r -n 1 -P "$jobs" -- bash "$here/pipeline.sh" --one "$in" "$out"
codes=("${PIPESTATUS[@]}")
set -e
[ "${codes[0]}" -eq 0 ] || walked=
[ "${codes[2]}" -eq 0 ] || die 4 "interrupted; run it again to finish"

[ -n "$walked" ] && [ ! -s "$PIPELINE_RESULTS" ] && die 3 "no *.srt below $in"
count() { grep -cxE "$1" "$PIPELINE_RESULTS" || true; }
printf '%s corrected (%s with findings), %s unchanged, %s failed, %d seconds\n' "$(count 'clean|findings')" \
    "$(count findings)" "$(count unchanged)" "$(count 'failed|bad-input')" "$SECONDS"
[ -n "$walked" ] || die 4 "some folders below $in could not be read"
[ "$(count failed)" -eq 0 ] || exit 4
[ "$(count bad-input)" -eq 0 ] || exit 3
[ "$(count findings)" -eq 0 ] || exit 1
