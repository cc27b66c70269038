# A write that fails is no success, wherever it fails; what was there stays.
. "$SOURCE/tests/support/small_lexicon.sh"
exec 2>&1
printf '1\n00:00:01,000 --> 00:00:02,000\nvairagyam\n' > talk.srt
correct talk.srt > /dev/full; echo $?
correct --diff talk.srt > /dev/full; echo $?
correct --explain talk.srt > /dev/full; echo $?
correct --help > /dev/full; echo $?
correct -o /dev/full talk.srt; echo $?
correct -o nosuch/out.srt talk.srt; echo $?
correct -o . talk.srt; echo $?
correct talk.srt >&-; echo $?
