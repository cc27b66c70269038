# What is not sure enough is flagged, not changed: exit 1.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01,000 --> 00:00:02,000\nthe maya and the maya of vairagyam\n' > talk.srt
correct talk.srt; echo "$?"
correct -O jsonl talk.srt | sed 's/"confidence":[0-9.]*/"confidence":C/g'
correct --explain talk.srt | sed 's/ [01]\.[0-9][0-9]  / C  /'
correct --apply-at 0.3 -O txt talk.srt; echo "$?"
correct --apply-at 1 --flag-at 1 -O txt talk.srt; echo "$?"
correct -m basic -O txt talk.srt; echo "$?"
