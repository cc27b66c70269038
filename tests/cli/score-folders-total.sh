# Only the total, of two files that differ in length: pooled, not a mean.
cue() { printf '1\n00:00:01,000 --> 00:00:03,000\n%s\n' "$1"; }
mkdir ref hyp
cue 'one two three four five six seven eight nine' > ref/a.srt
cp ref/a.srt hyp/a.srt
cue 'ten' > ref/b.srt
cue 'eleven' > hyp/b.srt
score --lexicon none --by total ref hyp
