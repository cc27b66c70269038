# Silent when all is well; says what went wrong; one run at a time.
SHODHANA_BIN=$(dirname "$(command -v correct)")
export SHODHANA_BIN
mkdir -p in out/.shodhana
printf '1\n00:00:01,000 --> 00:00:02,000\nplain words\n\n' > in/talk.srt
nightly() { "$SOURCE/scripts/nightly.sh" "$@" > log 2>&1; code=$?; printf '%s, %s lines\n' "$code" "$(wc -l < log)"; }
nightly in out
nightly in out
grep -c '1 corrected\|1 unchanged' out/.shodhana/nightly-*.log
printf 'no subtitle\n' > in/broken.srt
nightly in out
grep -c 'broken.srt: srt-parse ended with exit code 3' log
( flock -n 9; nightly in out ) 9> out/.shodhana/lock
cat log
find out -name '*.part'
