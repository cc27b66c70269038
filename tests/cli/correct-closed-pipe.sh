# The reader of the pipe goes away: no message, and no success.
. "$SOURCE/tests/support/small_lexicon.sh"
i=0
while [ $i -lt 3000 ]; do
    i=$((i + 1))
    printf '%d\n00:00:01,000 --> 00:00:02,000\nA line of vairagyam that fills the pipe, number %d.\n\n' $i $i
done > big.srt
{ correct -q -m basic big.srt; echo $? > status; } | head -n 1
cat status
{ correct -q --diff -m basic big.srt; echo $? > status; } | head -n 1
cat status
