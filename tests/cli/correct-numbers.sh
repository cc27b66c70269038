# Spoken places of texts become digits; other numbers keep their words.
. "$SOURCE/tests/support/small_lexicon.sh"
cat > talk.srt <<'END'
1
00:00:01,000 --> 00:00:02,000
chapter two verse forty seven

2
00:00:03,000 --> 00:00:04,000
in the second chapter twenty third verse

3
00:00:05,000 --> 00:00:06,000
one of the two friends said two or three words

4
00:00:07,000 --> 00:00:08,000
verse number one hundred and eight
END
correct -O txt talk.srt
correct -O txt --no-numbers talk.srt
