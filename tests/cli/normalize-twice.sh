# Doing it twice changes nothing more, whatever the scheme.
cat > talk.srt <<'END'
1
00:00:01,000 --> 00:00:02,000
gachChati cha rAmaH धर्म
END
sanskrit-normalize --from itrans talk.srt > once.jsonl
sanskrit-normalize --from itrans once.jsonl > twice.jsonl
cmp once.jsonl twice.jsonl && sanskrit-normalize -O txt twice.jsonl
