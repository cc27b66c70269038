# Edits and flags pass through; SRT has the text as it stands.
cat > cues.jsonl <<'END'
{"shodhana":1,"crlf":true}
{"cue":3,"start":1000,"end":2000,"text":"the guṇas","edits":[{"at":4,"len":5,"from":"gunas","to":"guṇas","by":"lexicon","confidence":0.97,"why":"term"}],"flags":[{"at":0,"text":"the","candidates":"a | b","confidence":0.5,"why":"?"}],"later":1}
END
srt-parse cues.jsonl
srt-parse -O srt cues.jsonl | od -An -c | head -n 2
srt-parse -O txt < cues.jsonl
