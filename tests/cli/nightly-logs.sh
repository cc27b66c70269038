# Logs named by the day, old ones and what killed runs left are removed; --all.
. "$SOURCE/tests/support/small_lexicon.sh"
SHODHANA_BIN=$(dirname "$(command -v correct)")
export SHODHANA_BIN
mkdir -p in out/a logs
printf '1\n00:00:01,000 --> 00:00:02,000\nthe vairagyam\n' > in/talk.srt
: > out/a/.talk.srt.1-0.part
: > out/a/.new.srt.1-0.part
touch -d '2 hours ago' out/a/.talk.srt.1-0.part
: > logs/nightly-2001-01-01.log
: > logs/notes.log
touch -d '90 days ago' logs/nightly-2001-01-01.log logs/notes.log
SHODHANA_IN=in SHODHANA_OUT=out SHODHANA_LOGS=logs "$SOURCE/scripts/nightly.sh"; echo $?
"$SOURCE/scripts/nightly.sh" -l logs in out; echo $?
"$SOURCE/scripts/nightly.sh" -l logs --all -m basic -j 1 in out; echo $?
for file in logs/*; do echo "$file" | sed "s/$(date +%Y-%m-%d)/TODAY/"; done
grep -h corrected logs/nightly-* | sed 's/[0-9]* seconds/N seconds/'
find out -type f | sort
