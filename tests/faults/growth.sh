#!/bin/bash
# Input made to harm, or by a broken program: one endless cue, a word of a
# megabyte, nothing but number words, ... Four times as much takes about four
# times as long, with an address space that grows no faster.
set -u
export LC_ALL=C
bin=$(cd "${1:?the folder of the tools}" && pwd) || exit 2
PATH=$bin:$PATH
[ -z "${2:-}" ] || { printf 'skipped: sanitizers have times and memory of their own\n' && exit 77; }
top=$(mktemp -d) || exit 1
trap 'rm -rf "$top"' EXIT
cd "$top" || exit 1

SMALL=300000 TIMES=4
# At four times the size linear work takes 4 times as long, square work 16, less
# what is linear beside it.
MOST_RATIO=6
# Shorter than this (in ms) says nothing and is no matter.
LEAST=120
# Kibibytes of address space: what any program needs, and for a byte of input.
FIXED=400000 PER_BYTE=600

# repeat SIZE TEXT: the text over and over, so many bytes, and not half a character.
repeat() { awk -v n="$1" -v text="$2" 'BEGIN { m = int(n / length(text)); for (i = 0; i < m; i++) printf "%s", text }'; }
one_cue() { printf '1\n00:00:00,000 --> 00:00:09,000\n' && repeat "$@" && printf '\n\n'; }
# cues SIZE TEXT: a cue has the text once.
cues() {
    awk -v n="$1" -v text="$2" 'BEGIN {
        m = int(n / (length(text) + 38))
        for (i = 1; i <= m; i++)
            printf "%d\n%02d:%02d:%02d,000 --> %02d:%02d:%02d,900\n%s\n\n", i, i / 3600, i / 60 % 60, i % 60, i / 3600, i / 60 % 60, i % 60, text
    }'
}

yoga='\340\244\257\340\245\213\340\244\227'
declare -A input=(
    [one endless cue]="one_cue|and so the mandukya open you said that krishna spoke of gunas in chapter two verse forty seven "
    [cues of one word]="cues|yoga"
    [cues of a a a a]="cues|a a a a"
    [a a a]="one_cue|a "
    [one word]="one_cue|mandukya"
    [one number]="one_cue|7"
    [apostrophes]="one_cue|a'"
    [hyphens]="one_cue|krishna-"
    [lines]="one_cue|hare\nkrishna\n"
    [devanagari cues]="cues|$yoga $yoga"
    [devanagari]="one_cue|$yoga "
    [devanagari without a blank]="one_cue|$yoga"
    [marks]="one_cue|a\314\201\314\243"
    [invisible characters]="one_cue|a\342\200\213"
    [one one one]="one_cue|one "
    [number words]="one_cue|nineteen hundred and twenty thousand "
    [verses]="one_cue|verse two and three, "
    [years]="one_cue|in nineteen sixty seven to "
    [digits]="one_cue|1 000 "
    [unknown words]="one_cue|shuddhadvaitananda kutasthya brahmanirvanam "
    [mixed scripts and doubtful words]="one_cue|$yoga shuddhadvaita kutasthya mandukyaka of manduk "
    [tags]="one_cue|<i>guna</i>s "
    [open brackets]="one_cue|[{< "
    [addresses]="one_cue|a@b:// "
    [arrows]="one_cue|00:00:01,000 --> "
    [dashes]="one_cue|-"
    [carriage returns]="one_cue|a\r"
)

# The road of a file, with a second correction that finds edits and only flags.
road() {
    (
        ulimit -v $((FIXED + $1 * PER_BYTE / 1024))
        good shodhana run -q -j 1 -O jsonl in out >summary
        good srt-parse -q -O jsonl -o parsed.jsonl in/x.srt
        good sanskrit-normalize -o normal.jsonl parsed.jsonl
        good correct -q --apply-at 1 -o flagged.jsonl normal.jsonl
    ) 2>message
}

# good COMMAND...: 0 and 1 are done.
good() {
    local code=0
    "$@" || code=$?
    [ "$code" -le 1 ] || printf '%s: exit code %d\n' "$1" "$code" >>failed
}

# took NAME SIZE: the user time in ms, into $ms.
took() {
    local kind=${input[$1]%%|*} text=${input[$1]#*|}
    rm -rf in out && mkdir in
    text=$(printf '%b.' "$text") # the point keeps blanks and line ends
    "$kind" "$2" "${text%.}" >in/x.srt
    TIMEFORMAT=%U
    { time road "$2"; } 2>took
    ms=$(tr -cd 0-9 <took)
    ms=$((10#$ms))
}

too_long() { [ "$large" -ge "$LEAST" ] && [ "$large" -gt $((MOST_RATIO * (small > 10 ? small : 10))) ]; }

tests=0 failures=0
while IFS= read -r name; do
    tests=$((tests + 1))
    took "$name" $SMALL && small=$ms
    took "$name" $((SMALL * TIMES)) && large=$ms
    # A busy machine is no fault: what is too long is measured again.
    for ((more = 0; more < 3; more++)); do
        if [ -e failed ] || ! too_long; then break; fi
        took "$name" $SMALL && small=$((ms > small ? ms : small))
        took "$name" $((SMALL * TIMES)) && large=$((ms < large ? ms : large))
    done
    if [ -e failed ]; then
        failures=$((failures + 1))
        printf 'FAIL %s: %s\n' "$name" "$(cat failed message)" && rm failed
    elif too_long; then
        failures=$((failures + 1))
        printf 'FAIL %s: %d ms, and %d ms for %d times as much\n' "$name" "$small" "$large" $TIMES
    fi
    [ -z "${VERBOSE:-}" ] || printf '%s: %d ms, %d ms\n' "$name" "$small" "$large"
done < <(printf '%s\n' "${!input[@]}" | sort)
printf '%s: %d inputs, %d failures\n' "${0##*/}" $tests $failures
[ $failures -eq 0 ]
