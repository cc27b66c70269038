# Edits and flags of earlier stages pass through; times and numbers stay.
. "$SOURCE/tests/support/small_lexicon.sh"
cat > cues.jsonl <<'END'
{"shodhana":1,"crlf":true}
{"cue":3,"start":1000,"end":2000,"text":"the guṇas of vairagyam","edits":[{"at":4,"len":5,"from":"gunas","to":"guṇas","by":"normalize","confidence":1,"why":"scheme"}]}
{"cue":9,"start":500,"end":400,"text":"plain","flags":[{"at":0,"text":"plain","candidates":"a | b","confidence":0.5,"why":"?"}]}
END
correct cues.jsonl; echo "$?"
correct --diff cues.jsonl
correct --explain cues.jsonl | sed 's/ [01]\.[0-9][0-9]  / C  /'
correct -O srt cues.jsonl | od -An -c | head -n 2
printf '{"cue":1,"start":1,"end":2,"text":"a","edits":[{"at":5,"from":"x","to":"y"}]}\n' | correct; echo "$?"
