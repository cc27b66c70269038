# A lexicon that is asked for must be there.
printf '1\n00:00:01,000 --> 00:00:03,000\nthe jīva\n' > ref.srt
score --lexicon gone.lex ref.srt ref.srt
