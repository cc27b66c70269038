# --diff: changed cues before and after; no colour but on a terminal.
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
correct --diff talk.srt
TERM=xterm correct --diff -o out.txt talk.srt && correct --diff talk.srt | cmp - out.txt
TERM=xterm correct --diff talk.srt | grep -c "$(printf '\033')"
printf '1\n00:00:01,000 --> 00:00:02,000\nplain English\n' | correct --diff
