# What is no subtitle file: one line, exit 3, nothing written. An empty file is
# a transcript without cues, and a finding.
. "$SOURCE/tests/support/small_lexicon.sh"
exec 2>&1
try() { correct -o out.srt "$1"; echo "$1: $?"; ls out.srt 2> gone.log; rm -f out.srt; }
printf 'Just some words.\nAnd more.\n' > plain.srt
printf '\177ELF\002\001\001\0\0\0\0\0\0\0\0\0\003\0\076\0\001\0\0\0\220\377\377\376' > binary.srt
printf '<?xml version="1.0"?>\n<tt></tt>\n' > xml.srt
printf '{"cue":1,"start":1,"end":2,"text":"a"}\n{"cue":2,"sta' > cut.jsonl
: > empty.srt
for file in plain.srt binary.srt xml.srt cut.jsonl empty.srt; do try "$file"; done
