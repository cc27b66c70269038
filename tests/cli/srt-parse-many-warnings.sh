# After five of a name the rest is counted.
for i in 1 2 3 4 5 6 7 8; do
    printf '%d\n00:00:0%d.000 --> 00:00:0%d.900\ntext\n\n' $i $i $i
done | srt-parse > /dev/null
