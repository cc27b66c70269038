# A lexicon that is missing, cut, damaged or something else: one line that says
# what to do, exit 4, and nothing is written.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01,000 --> 00:00:02,000\nplain\n' > talk.srt
size=$(wc -c < small.lex)
: > empty.lex
head -c 20 small.lex > short.lex
head -c 1000 small.lex > cut.lex
{ cat small.lex; echo; } > grown.lex
head -c "$size" /dev/zero > zero.lex
for at in 0 9 50 $((size / 2)) $((size - 1)); do
    cp small.lex "flip-$at.lex"
    old=$(od -An -tu1 -j "$at" -N 1 small.lex | tr -d ' ')
    printf "\\$(printf %o $((old ^ 85)))" | dd of="flip-$at.lex" bs=1 seek="$at" conv=notrunc 2> dd.log
done
rm small.lex
try() { correct --lexicon "$1" -o out.srt talk.srt 2> message; echo "$? $(cat message)"; }
for file in nowhere.lex empty.lex short.lex cut.lex grown.lex zero.lex talk.srt . /dev/null; do try "$file"; done
for at in 0 9 50 $((size / 2)) $((size - 1)); do try "flip-$at.lex" | sed "s/flip-$at/flip/" | cut -c 1-53; done
correct talk.srt 2>&1 | sed "s|$PWD|HERE|"
test -e out.srt || echo nothing written
