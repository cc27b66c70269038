# Warnings: a line each, exit 1; the cues are written all the same.
cat > talk.srt <<'END'
1
00:00:01.000 -> 00:00:02,5
one
2
00:00:04,000 --> 00:00:03,000 Namaste

3
00:00:05,000 --> 00:00:06,000
END
srt-parse talk.srt; echo $?
srt-parse --quiet -O txt talk.srt; echo $?
srt-parse --strict talk.srt > out.txt; echo "$? $(wc -c < out.txt)"
srt-parse --strict -q -o out.srt < talk.srt; echo "$? $(ls)"
