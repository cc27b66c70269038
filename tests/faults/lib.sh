# shellcheck shell=bash
# For the tests with injected faults. Sourced, with the folder of the tools as
# the caller's first argument and its sanitizers as the second (perhaps empty).
#
# Whatever fails, each output is what it was or whole and new, nothing
# half-written lies beside it, the exit code is not one of success unless all is
# there, and one line says what went wrong.
set -u
export LC_ALL=C TZ=UTC
me=${0##*/}
SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bin=$(cd "${1:?the folder of the tools}" && pwd) || exit 2
export SOURCE PATH=$bin:$PATH SANITIZE=${2:-}
# Leaks cannot be looked for under a tracer; of memory that is out the program is told.
export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0:allocator_may_return_null=1

skip() { printf 'skipped: %s\n' "$*"; exit 77; }

top=$(mktemp -d) || exit 1
# shellcheck disable=SC2154 # set by the trap itself
trap 'code=$?; cd / && chmod -R u+rwx "$top" && rm -rf "$top"; exit $code' EXIT
trap 'exit 1' INT TERM HUP
cd "$top" || exit 1
# shellcheck source=tests/support/small_lexicon.sh
. "$SOURCE/tests/support/small_lexicon.sh"

# ---- what is to be done ------------------------------------------------------

mkdir -p 'in/a folder'
for i in 1 2 3; do
    for cue in $(seq $((i * 120))); do
        printf '%d\n00:%02d:%02d,000 --> 00:%02d:%02d,900\nthe vairagyam of \340\244\227, verse %d of the bhagavad gita\n\n' \
            "$cue" $((cue / 60)) $((cue % 60)) $((cue / 60)) $((cue % 60)) "$cue"
    done >"in/$i.srt"
done
mv in/3.srt 'in/a folder/'
cp in/2.srt talk.srt
sed -n 3p talk.srt >text.txt

# The commands: each writes below the folder out, which is there.
declare -A command=(
    [srt-parse]="srt-parse -O srt -o out/talk.srt talk.srt"
    [normalize]="sanskrit-normalize -O srt -o out/talk.srt talk.srt"
    [normalize-text]="sanskrit-normalize --text -o out/text.txt text.txt"
    [correct]="correct -o out/talk.srt talk.srt"
    [score]="score --lexicon none -o out/score.txt talk.srt talk.srt"
    [compile]="shodhana lexicon compile -o out/made.lex --english english --learned learned small.yaml"
    [run]="shodhana run -q -j 2 in out"
    [run-one]="shodhana run -q -j 1 in out"
)
names="srt-parse normalize normalize-text correct score compile run run-one"

# ---- what must have become of it ---------------------------------------------

tests=0 failures=0
bad() {
    failures=$((failures + 1))
    printf 'FAIL %s: %s\n' "$what" "$*"
    [ ! -s message ] || sed 's/^/     | /' message
}

# An undisturbed run of each command, into want/NAME.
for name in $names; do
    rm -rf out && mkdir out
    code=0
    ${command[$name]} >stdout 2>message || code=$?
    [ "$code" -le 1 ] || { what=$name && bad "without a fault: exit code $code" && exit 1; }
    mkdir -p want && mv out "want/$name"
done

# fresh NAME KIND [OUT]: the folder of outputs before the command: new (nothing
# in it) or over (an older one of each, to be replaced).
fresh() {
    local out=${3:-out}
    mkdir -p "$out" && find "$out" -mindepth 1 -delete
    [ "$2" != over ] || (cd "want/$1" && find . -type d -exec mkdir -p "$top/$out/{}" \; &&
        find . -type f -exec sh -c 'for f; do echo old >"$0/$f"; done' "$top/$out" {} +)
}

# sound NAME KIND CODE [OUT]: the law above. In $lines, how many lines may have
# been said (for a run: one a file). KILLED: what lies beside is no fault.
sound() {
    local name=$1 kind=$2 code=$3 out=${4:-out} file all=yes part
    tests=$((tests + 1))
    while IFS= read -r file; do
        if cmp -s "want/$name/$file" "$out/$file"; then continue; fi
        all=
        if [ "$kind" = over ]; then
            [ "$(cat "$out/$file" 2>&1)" = old ] || bad "$file is neither old nor whole and new"
        else
            [ ! -e "$out/$file" ] || bad "$file is there and not whole"
        fi
    done < <(cd "want/$name" && find . -type f)
    part=$(find "$out" -name '*.part')
    [ -z "$part" ] || [ "$code" = 137 ] || bad "left behind: $part"
    if [ "$code" -le 1 ] && [ -z "$all" ]; then bad "exit code $code, but not all outputs are there"; fi
    case $code in
    0 | 1 | 3 | 4 | 137) ;;
    127) [ -z "$all" ] || [ "$kind" = over ] || bad "exit code $code" ;; # the loader's
    *) bad "exit code $code" ;;
    esac
}

# told NAME CODE: a failure of ours says so: one line a file that failed.
told() {
    [ "$2" = 4 ] || return 0
    local lines most=1
    lines=$(wc -l <message)
    case $1 in run*) most=3 ;; esac
    if [ "$lines" -lt 1 ] || [ "$lines" -gt "$most" ]; then bad "$lines lines were said"; fi
    grep -qE '^(srt-parse|sanskrit-normalize|correct|score|shodhana[a-z ]*): .' message || bad "no clear line"
}

finish() {
    printf '%s: %d times, %d failures\n' "$me" "$tests" "$failures"
    [ "$failures" -eq 0 ]
}
