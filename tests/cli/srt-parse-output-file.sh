# -o: whole, over what was there, through a link, to a device, onto its input.
printf '1\n00:00:01,000 --> 00:00:02,000\none\n' > talk.srt
echo old > out.srt
ln -s out.srt link.srt
srt-parse -O txt -o link.srt talk.srt && cat out.srt && test -h link.srt && echo link
srt-parse -O srt -o talk.srt talk.srt && cat talk.srt
srt-parse -o /dev/null talk.srt && test -c /dev/null && echo device
srt-parse -o - talk.srt
ls -A
