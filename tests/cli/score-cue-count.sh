# Other cues than the reference: scored on the joined text, and a finding.
printf '1\n00:00:01,000 --> 00:00:03,000\nthe jīva\n\n2\n00:00:03,000 --> 00:00:04,000\nis Brahman\n' > ref.srt
printf '1\n00:00:01,000 --> 00:00:04,000\nthe jīva is Brahman\n' > hyp.srt
score --lexicon none ref.srt hyp.srt
