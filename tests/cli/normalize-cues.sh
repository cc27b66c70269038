# Devanagari and ṁ in a subtitle file become edits of the cue stream.
cat > talk.srt <<'END'
1
00:00:01,000 --> 00:00:02,000
the word धर्म, (saṁsāra)

2
00:00:03,000 --> 00:00:04,000
plain English
END
sanskrit-normalize talk.srt
