printf '1\n00:00:01,000 --> 00:00:03,000\nthe jīva\n' > ref.srt
score --lexicon none ref.srt gone.srt
