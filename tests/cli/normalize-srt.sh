# SRT in, SRT out: times, numbers and line breaks stay.
cat > talk.srt <<'END'
7
00:00:01,000 --> 00:00:02,000
हरे कृष्ण
(Kr̥ṣṇa) again

8
00:01:03,500 --> 00:01:04,000
no Sanskrit here
END
sanskrit-normalize -O srt talk.srt
