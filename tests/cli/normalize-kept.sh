# What is no Sanskrit in a text of a Latin scheme stays as it is.
cat > in.srt <<'END'
1
00:00:01,000 --> 00:00:02,000
<font color="red">rAmaH</font> vanaM ##goes to## gacchati

2
00:00:03,000 --> 00:00:04,000
https://example.org/rAma write rAmaH
END
sanskrit-normalize --from hk -O srt in.srt
sanskrit-normalize --from hk in.srt | sanskrit-normalize --from hk -O txt
