# --explain: a line a change with its layer, how sure, and the reason.
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
correct --explain talk.srt | sed 's/ [01]\.[0-9][0-9]  / C  /'
correct --explain -o out.txt talk.srt && correct --explain talk.srt | cmp - out.txt
printf '1\n00:00:01,000 --> 00:00:02,000\nplain English\n' | correct --explain
