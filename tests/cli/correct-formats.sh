# Terms by form, numbers; the format of the input is that of the output.
. "$SOURCE/tests/support/small_lexicon.sh"
cat > talk.srt <<'END'
1
00:00:01,000 --> 00:00:04,000
the text of why rag ya

2
00:00:05,000 --> 00:00:08,000
chapter two verse forty seven
of the bhagavad gita

3
00:00:09,000 --> 00:00:12,000
plain English here
END
correct talk.srt > out.srt; echo "$?"
cat out.srt
correct < talk.srt | cmp - out.srt
correct - < talk.srt | cmp - out.srt
correct -O txt talk.srt
correct -O srt -o file.srt talk.srt && cmp file.srt out.srt
srt-parse talk.srt | sanskrit-normalize | correct -O srt | cmp - out.srt
correct out.srt | cmp - out.srt
correct --no-numbers -O txt talk.srt
