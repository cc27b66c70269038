# --profile clean: fillers and stumbles go, as edits; in a run, too.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01,000 --> 00:00:04,000\nUm, so the the text is, you know, why rag ya\n\n2\n00:00:05,000 --> 00:00:06,000\num\n' > talk.srt
correct --profile clean talk.srt
correct --profile clean --explain talk.srt | sed 's/ [01]\.[0-9][0-9]  / C  /'
correct --profile verbatim talk.srt | sed -n 3p
correct --profile clean -O jsonl talk.srt | sed -n '/"cue":1,/p'
printf 'um\n' > kept.txt
correct --profile clean --protect kept.txt talk.srt | sed -n 3p
mkdir in
cp talk.srt in/
printf 'correct:\n  profile: clean\n' > run.yaml
shodhana run -q --config run.yaml in out > log; correct --profile clean talk.srt | cmp - out/talk.srt
shodhana run -q --profile clean in two > log; cmp out/talk.srt two/talk.srt
correct --profile cleaner talk.srt 2>&1; echo "$?"
shodhana run --profile cleaner in out 2>&1; echo "$?"
