# Nothing to get right: no rates, but the words that were added count.
: > ref.srt
: > empty.srt
printf '1\n00:00:01,000 --> 00:00:03,000\nsomething said\n' > hyp.srt
score --lexicon none ref.srt empty.srt
score --lexicon none --format json --by total ref.srt hyp.srt | grep -o '"ins":2,"wer":null'
