# emergency needs no lexicon, and still looks at the form of its input.
SHODHANA_LEXICON=nowhere.lex
export SHODHANA_LEXICON
printf '\357\273\2771\r\n00:00:01,000 --> 00:00:02,000\r\nthe gunas of \340\244\227\r\n' > talk.srt
correct -m emergency talk.srt | cmp - talk.srt && echo same
correct -m emergency --lexicon . -O txt talk.srt
printf '1\n00:00:01.000 --> 00:00:02,0\nthe gunas\n' > messy.srt
correct -m emergency messy.srt; echo "$?"
correct -m emergency -q messy.srt > out.srt; echo "$?"
printf 'no subtitles\n' | correct -m emergency; echo "$?"
correct talk.srt; echo "$?"
