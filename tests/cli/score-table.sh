# Two files: a row, and how it was counted.
cue() { printf '1\n00:00:01,000 --> 00:00:03,000\n%s\n' "$1"; }
cue 'The jīva and māyā, said the guru.' > ref.srt
cue 'the jīva and maya said the guru' > hyp.srt
score --lexicon none ref.srt hyp.srt
