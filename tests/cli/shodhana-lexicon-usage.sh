# Each mistake is one line that points to --help, and exit 2.
exec 2>&1
try() { shodhana lexicon "$@"; echo $?; }
try --help
shodhana lexicon compile -h | head -n 1
try
try frobnicate
try compile
try compile -o out.lex small.yaml
try compile --frobnicate
try compile --learned
try compile -x
try check
try lookup
try lookup ''
