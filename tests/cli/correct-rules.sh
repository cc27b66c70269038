# --rules: patterns of an editor's own, as edits that can be undone; a rule that
# is wrong or runs away is named with its file, line and cue.
. "$SOURCE/tests/support/small_lexicon.sh"
tab=$(printf '\t')
cat > talk.srt <<'END'
1
00:00:01,000 --> 00:00:04,000
the text of why rag ya and hobby

2
00:00:05,000 --> 00:00:08,000
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,
the same hobby
END
printf '# mine\nhobby\thavya\tiw\t\ta word of ritual\nthe (text)\tthis $1\nsame\tother\t-\t0.4\n' > mine.rules
correct --rules mine.rules talk.srt; echo "$?"
correct --rules mine.rules --explain talk.srt | sed 's/ [01]\.[0-9][0-9]  / C  /'
correct --rules mine.rules -m basic -O txt talk.srt | head -n 1
correct --rules mine.rules -m emergency talk.srt | cmp - talk.srt
try() { correct --rules "$1" -o out.srt talk.srt; echo "$?"; }
printf 'plain\tx\n(a+)+$\tb\n' > away.rules
try away.rules 2>&1
printf 'plain\tx\n(a\tb\n' > wrong.rules
try wrong.rules 2>&1
printf 'plain x\n' > bare.rules
try bare.rules 2>&1
try nowhere.rules 2>&1
test -e out.srt || echo nothing written
# In a run such a file is set aside and the others go on; the settings may name
# the rules, which lie beside them.
mkdir in settings
cp talk.srt in/bad.srt
printf '1\n00:00:01,000 --> 00:00:02,000\na plain hobby\n' > in/good.srt
cat away.rules mine.rules > settings/house.rules
printf 'correct:\n  rules: house.rules\n' > settings/run.yaml
shodhana run --config settings/run.yaml in out 2>&1 | grep -E 'bad|failed|other|corrections'
shodhana run -q --rules mine.rules in out > log; echo "$?"; cat out/good.srt
printf 'correct:\n  rules: [a, b]\n' > settings/bad.yaml
shodhana run --config settings/bad.yaml in out; echo "$?"
shodhana run --rules wrong.rules in out2 2>&1; echo "$?$tab$(ls -d out2 2>&1)"
