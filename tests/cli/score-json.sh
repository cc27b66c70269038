# The object of a pair, without and with a raw transcript.
cue() { printf '1\n00:00:01,000 --> 00:00:03,000\n%s\n' "$1"; }
cue 'jīva and māyā' > ref.srt
cue 'jīva and "maya" too' > hyp.srt
score --lexicon none --format json ref.srt hyp.srt
score --lexicon none --format json --by total --normalize none --raw hyp.srt ref.srt hyp.srt
