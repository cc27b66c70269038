# -o: whole, over what was there, through a link, to a device, onto its input.
. "$SOURCE/tests/support/small_lexicon.sh"
mkdir work && cd work || exit 99
printf '1\n00:00:01,000 --> 00:00:02,000\nvairagyam\n' > talk.srt
echo old > out.srt
ln -s out.srt link.srt
correct -O txt -o link.srt talk.srt && cat out.srt && test -h link.srt && echo link
correct -o talk.srt talk.srt && cat talk.srt
correct -o /dev/null talk.srt && test -c /dev/null && echo device
correct -O txt -o - talk.srt
ls -A
