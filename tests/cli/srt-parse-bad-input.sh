# What is no subtitle file: one line, exit 3, nothing written.
try() { srt-parse -o out "$@"; echo "$1: $?"; }
printf 'Just some words.\nAnd more.\n' > plain.srt
printf '\177ELF\002\001\001\0\0\0\0\0\0\0\0\0\003\0\076\0\001\0\0\0\220\377\377\376' > binary.srt
printf '\037\213\010\000\341\377\001\002xyz\n\200\n' > packed.srt
printf '\377\376\061\000\012\000' > utf16.srt
printf '1\0\n\0000\0000\0:\0000\0001\0:\0' > nomark.srt
printf '<?xml version="1.0"?>\n<tt></tt>\n' > xml.srt
printf '[{"start":1}]\n' > json.srt
printf '[Script Info]\nTitle: x\n' > ass.srt
printf 'WEBVTT\n\nNOTE nothing else\n' > vtt.srt
printf '{"cue":1,"start":1,"end":2,"text":"a"}\n{"cue":2,"sta' > cut.jsonl
printf '{"cue":1,"start":1,"end":2,"text":"a","edits":[{"at":5,"from":"x","to":"y"}]}\n' > edits.jsonl
for file in *.srt *.jsonl; do try "$file"; done
srt-parse < plain.srt; echo "standard input: $?"
ls
