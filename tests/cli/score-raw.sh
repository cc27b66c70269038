# With the raw transcript: what was put right, kept and spoiled; the hypothesis
# comes by a pipe.
cue() { printf '1\n00:00:01,000 --> 00:00:03,000\n%s\n' "$1"; }
cue 'The jīva and māyā are a hobby of Īśvara' > ref.srt
cue 'the jeeva and Maya are a hobby of Īśvara' > raw.srt
cue 'the jīva and maya are a havya of Īśvara' | score --lexicon none --raw raw.srt ref.srt -
