#!/bin/bash
# How fast is it, beside what the machine does anyway?
set -eu
export LC_ALL=C
me=speed.sh
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
usage="Usage: bench/speed.sh [OPTIONS] [FOLDER|ARCHIVE.tar.xz]

Measures on the transcripts below FOLDER, or else on the golden samples, copied
until there are enough words: \`shodhana run\` in all modes, by one worker and by
two, beside \`wc -w\` and \`cp -r\` of the same files in the same run; peak memory;
and the start-up of each tool on a file of one cue. See bench/README.md.

  --bin DIR      the tools (build/release/bin)
  --words N      how many words the copied samples have (400000)
  --repeat N     so many times each, after one that does not count (5)
  --starts N     so many starts of each tool (100)
  --record       add what was measured to bench/history.csv
  -h, --help     this text

Exit code: 0 done, 2 usage, 4 a tool failed."

die() {
    printf '%s: %s\n' "$me" "$2" >&2
    exit "$1"
}
bin=$root/build/release/bin words=400000 repeat=5 starts=100 record='' from=''
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help) printf '%s\n' "$usage" && exit 0 ;;
    --record) record=yes ;;
    --bin | --words | --repeat | --starts)
        [ $# -gt 1 ] || die 2 "$1 wants a value; see --help"
        case $1 in --bin) bin=$2 ;; --words) words=$2 ;; --repeat) repeat=$2 ;; *) starts=$2 ;; esac
        shift
        ;;
    -*) die 2 "no option \`$1\`; see --help" ;;
    *) [ -z "$from" ] || die 2 "one folder; see --help"; from=$1 ;;
    esac
    shift
done
for n in "$words" "$repeat" "$starts"; do
    case $n in '' | *[!0-9]* | 0*) die 2 "a number from 1 is wanted, not \`$n\`" ;; esac
done
[ -x "$bin/correct" ] || die 2 "no tools in $bin; build them, or name their folder (see --help)"
bin=$(cd "$bin" && pwd)
measure=$bin/../tests/measure
[ -x "$measure" ] || die 2 "no $measure: build all targets"

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
load() { cut -d ' ' -f 1 /proc/loadavg; }
load_before=$(load)

# ---- the input ---------------------------------------------------------------

in=$work/in
mkdir "$in"
if [ -z "$from" ]; then
    input=samples
    one=$(for file in "$root"/golden/*.in.srt; do "$bin/correct" -q -m emergency -O txt "$file"; done | wc -w)
    for copy in $(seq $(((words + one - 1) / one))); do
        mkdir "$in/$copy"
        cp "$root"/golden/*.in.srt "$in/$copy"
    done
elif [ -f "$from" ]; then
    input=$(basename "$from" .tar.xz)
    tar -xJf "$from" -C "$in"
else
    input=$(basename "$(cd "$from" && pwd)")
    cp -rL "$from/." "$in"
fi
find "$in" -type f ! -iname '*.srt' -delete
files=$(find "$in" -type f | wc -l)
[ "$files" -gt 0 ] || die 2 "no *.srt below $from"
mib=$(du -sm --apparent-size "$in" | cut -f 1)

# ---- measuring ---------------------------------------------------------------

results=$work/results # name TAB best TAB median TAB KiB
: >"$results"
# time_it NAME N [-b BEFORE] [-i INPUT] COMMAND...
time_it() {
    local name=$1 n=$2 said
    shift 2
    "$measure" 1 "$@" >"$work/warm" || die 4 "cannot measure $name"
    said=$("$measure" "$n" "$@") || die 4 "cannot measure $name"
    printf '%s\t%s\n' "$name" "$(printf '%s' "$said" | tr ' ' '\t')" >>"$results"
}
away="rm -rf $work/out"
time_it 'wc -w' "$repeat" sh -c "find $in -type f -print0 | xargs -0 cat | wc -w"
time_it 'cp -r' "$repeat" -b "$away" cp -r "$in" "$work/out"
for mode in emergency basic full; do
    for jobs in 1 2; do
        time_it "run $mode -j $jobs" "$repeat" -b "$away" "$bin/shodhana" run -q -m "$mode" -j "$jobs" "$in" "$work/out"
    done
done
count=$("$bin/shodhana" run -q -m emergency "$in" "$work/counted" | sed -n 's/^  words  *//p') || [ -n "$count" ]

printf '1\n00:00:01,000 --> 00:00:02,000\nthe word vairagya in chapter two verse three\n' >"$work/cue.srt"
time_it 'start true' "$starts" true
time_it 'start srt-parse' "$starts" "$bin/srt-parse" "$work/cue.srt"
time_it 'start sanskrit-normalize' "$starts" "$bin/sanskrit-normalize" "$work/cue.srt"
for mode in emergency basic full; do
    time_it "start correct -m $mode" "$starts" "$bin/correct" -m "$mode" "$work/cue.srt"
done
time_it 'start score' "$starts" "$bin/score" "$work/cue.srt" "$work/cue.srt"
time_it 'start shodhana lexicon' "$starts" "$bin/shodhana" lexicon lookup vairagya

# ---- telling -----------------------------------------------------------------

load_after=$(load)
printf '%s: %s words in %s files, %s MiB; best of %s (starts: %s); %s processors, load %s before and %s after\n\n' \
    "$input" "$count" "$files" "$mib" "$repeat" "$starts" "$(nproc)" "$load_before" "$load_after"
awk -F '\t' -v words="$count" -v figures="$work/figures" '
    function figure(name, value) { printf "%s,%.6g\n", name, value > figures }
    $1 !~ /^start/ && !head++ {
        printf "%-22s %9s %9s %12s %8s %8s %8s\n", "folder", "best s", "median s", "words/s", "x wc -w", "x cp -r", "peak MiB"
    }
    $1 ~ /^start/ && !middle++ { printf "\n%-22s %9s %9s %27s %8s\n", "one cue", "best ms", "median ms", "above `true`, ms", "peak MiB" }
    { best[$1] = $2 }
    $1 !~ /^start/ {
        wc = $2 / best["wc -w"]
        cp = "cp -r" in best ? $2 / best["cp -r"] : 0
        printf "%-22s %9.3f %9.3f %12.0f %8.1f %8s %8.1f\n", $1, $2, $3, words / $2, wc, cp ? sprintf("%.1f", cp) : "-", $4 / 1024
        if ($1 ~ /^run/) {
            name = $1; sub(/^run /, "", name); sub(/ -j /, "-", name)
            figure(name "_words_per_s", words / $2); figure(name "_times_wc", wc)
            figure(name "_times_cp", cp); figure(name "_peak_mib", $4 / 1024)
        }
        next
    }
    {
        name = substr($1, 7)
        printf "%-22s %9.2f %9.2f %27.2f %8.1f\n", name, $2 * 1e3, $3 * 1e3, ($2 - best["start true"]) * 1e3, $4 / 1024
        gsub(/ -m | /, "-", name)
        figure("start_" name "_ms", $2 * 1e3)
    }
    END {
        printf "\n"
        for (i = split("emergency basic full", mode, " "); i >= 1; i--) {
            gain = best["run " mode[i] " -j 1"] / best["run " mode[i] " -j 2"]
            printf "two workers, %s: %.2f times as fast as one\n", mode[i], gain
            figure(mode[i] "_two_workers", gain)
        }
    }' "$results"

[ -n "$record" ] || exit 0
history=$root/bench/history.csv
[ -e "$history" ] || printf 'date,commit,input,words,processors,load,figure,value\n' >"$history"
commit=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null) || commit=none
[ "$commit" = none ] || git -C "$root" diff --quiet HEAD -- || commit=$commit+ # and what is not committed yet
sed "s|^|$(date -u +%Y-%m-%d),$commit,$input,$count,$(nproc),$load_before,|" "$work/figures" >>"$history"
