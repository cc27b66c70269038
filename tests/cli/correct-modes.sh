# full has all layers, basic the written forms only, emergency none.
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
sed -i 's/plain English/plain vivaka nanda, bhagwat geeta/' talk.srt
for mode in full basic emergency; do
    correct -m $mode -O txt talk.srt; echo "$mode: $?"
done
