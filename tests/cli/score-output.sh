# -o writes the file and nothing to standard output; a device is written to.
printf '1\n00:00:01,000 --> 00:00:03,000\nthe jīva\n' > ref.srt
score --lexicon none -o out.txt ref.srt ref.srt
head -n 1 out.txt
score --lexicon none -o /dev/null ref.srt ref.srt
test -c /dev/null && ls
mkdir folder
score --lexicon none -o folder ref.srt ref.srt
