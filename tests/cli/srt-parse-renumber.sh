# Numbers are kept unless asked otherwise; the last option counts.
printf '5\n00:00:01,000 --> 00:00:02,000\none\n\n9\n00:00:03,000 --> 00:00:04,000\ntwo\n' > talk.srt
srt-parse -q -O srt talk.srt | sed -n '1p;5p'
srt-parse -q --renumber -O srt talk.srt | sed -n '1p;5p'
srt-parse -q --renumber talk.srt | cut -c 1-8
srt-parse -q --renumber --keep-numbers talk.srt | cut -c 1-8
