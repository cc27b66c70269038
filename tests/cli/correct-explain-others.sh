# --explain tells below a change what else it might have been, and the stream
# keeps it.
. "$SOURCE/tests/support/small_lexicon.sh"
cat > cues.jsonl <<'END'
{"cue":1,"start":1000,"end":2000,"text":"the saṅga","edits":[{"at":4,"len":5,"from":"sango","to":"saṅga","by":"phonetic","confidence":0.78,"why":"sounds like it","others":"saṅgha | asaṅga"}]}
END
correct --explain cues.jsonl
correct cues.jsonl | cmp - cues.jsonl
