# The cue stream tells every edit, and the edits lead back to the source.
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
correct -O jsonl talk.srt | sed 's/"confidence":[0-9.]*/"confidence":C/g' > cues.jsonl
cat cues.jsonl
correct -O jsonl talk.srt | correct -O jsonl | sed 's/"confidence":[0-9.]*/"confidence":C/g' | cmp - cues.jsonl
