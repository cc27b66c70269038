# --odds: what is not so many times likelier than the words as they stand is
# flagged, not changed.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01,000 --> 00:00:02,000\nthe guno of day\n' > talk.srt
for odds in 0 1 2.5 1000; do
    correct --odds $odds -O txt talk.srt; echo "$odds: $?"
done
exec 2>&1
for value in '' x -1 1000.1 1e2 ' 2' nan 2,5 .; do
    correct --odds "$value" talk.srt; echo "$?"
done
correct --odds; echo $?
