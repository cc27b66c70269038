# Words that are surely in a scheme are read in it; English stays, and so does
# what is not sure.
cat > talk.srt <<'END'
1
00:00:01,000 --> 00:00:02,000
karmaNyevAdhikAraste mA phaleSu kadAcana

2
00:00:03,000 --> 00:00:04,000
and he said yogaH karmasu kauzalam, the skill in action
END
sanskrit-normalize --from auto -O srt talk.srt
sanskrit-normalize --from auto talk.srt > once.jsonl
sanskrit-normalize --from auto once.jsonl | cmp - once.jsonl && echo twice is once
printf 'plain English about life\n' | sanskrit-normalize --text --from auto
