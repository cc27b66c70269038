# A mistake in the settings is told with file and line before anything is done.
. "$SOURCE/tests/support/small_lexicon.sh"
exec 2>&1
mkdir in
printf '1\n00:00:01,000 --> 00:00:02,000\nthe vairagyam of maya\n' > in/talk.srt
try() {
    printf '%b' "$1" > test.yaml
    shodhana run -q --config test.yaml in out > summary; echo "$?, $(find out -type f 2> log | wc -l) files"
    rm -rf out
}
try 'correct:\n  mode: best\n'
try 'correct:\n  apply_at: 1.5\n'
try 'correct:\n  apply_at: much\n'
try 'correct:\n  odds: 1001\n'
try 'correct:\n  numbers: yes\n'
try '# first\nrun:\n  job: 3\n'
try 'runs:\n  jobs: 3\n'
try 'run:\n  jobs: 5000\n'
try 'run:\n  largest_file: 0\n'
try 'run:\n  largest_file: 99999999999999999999\n'
try 'run: 3\n'
try 'run:\n  jobs: [1]\n'
try 'run: [\n'
try 'just text\n'
try 'run:\n  jobs: 1\n  jobs: 2\n'
try 'run: {jobs: 1}\n---\nrun: {jobs: 2}\n'
try 'correct:\n  apply_at: 0.2\n  flag_at: 0.5\n'
shodhana run --config nosuch.yaml in out; echo $?
shodhana run --config . in out; echo $?
try ''
try 'run: {jobs: 1}\ncorrect: {mode: basic, apply_at: 0.3, odds: 0.5}\n'
grep mode summary
# The command line goes before the file, in whatever order they stand.
shodhana run -q -m emergency --config test.yaml in out | grep mode
shodhana run -q --config "$SOURCE/config/production.yaml" in out | grep mode
