# What is no subtitle file is bad input.
printf '1\n00:00:01,000 --> 00:00:03,000\nthe jīva\n' > ref.srt
printf '\000\001\002\003\377\376' > hyp.srt
score --lexicon none ref.srt hyp.srt
