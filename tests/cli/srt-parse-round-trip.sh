# A flawless file comes out to the byte: LF, CR LF, byte order mark, any end.
printf '1\n00:00:01,000 --> 00:00:02,000\none\ntwo\n\n2\n00:00:03,000 --> 01:00:04,000\n<i>x</i>' > lf.srt
{ cat lf.srt; echo; echo; } > blank.srt
sed 's/$/\r/' blank.srt > crlf.srt
{ printf '\357\273\277'; cat crlf.srt; } > bom.srt
printf '7\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2 Y1:3 Y2:4\none\n\n9\n00:00:03,000 --> 00:00:04,000\n\n' > numbers.srt
for file in lf.srt blank.srt crlf.srt bom.srt; do
    srt-parse -O srt "$file" | cmp - "$file" && echo "$file"
    srt-parse < "$file" | srt-parse | srt-parse -O srt | cmp - "$file" && echo "$file by the cue stream"
done
srt-parse -q -O srt numbers.srt | cmp - numbers.srt && echo numbers.srt
