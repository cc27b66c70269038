# A write that fails is no success, wherever it fails.
printf '1\n00:00:01,000 --> 00:00:02,000\none\n' > talk.srt
srt-parse talk.srt > /dev/full; echo $?
srt-parse --help > /dev/full; echo $?
srt-parse -o /dev/full talk.srt; echo $?
srt-parse -o nosuch/out.srt talk.srt; echo $?
srt-parse -o . talk.srt; echo $?
srt-parse talk.srt >&-; echo $?
