# The cue stream is as good as SRT.
printf '1\n00:00:01,000 --> 00:00:03,000\nthe jīva\n' > ref.srt
printf '{"cue":1,"start":1000,"end":3000,"text":"the jīva"}\n' > hyp.jsonl
score --lexicon none --format json --by total ref.srt hyp.jsonl | grep -o '"hits":2'
