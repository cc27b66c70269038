# Word lists and costs that are missing or wrong: one line, nothing written.
. "$SOURCE/tests/support/small_lexicon.sh"
exec 2>&1
rm -f out.lex
try() { shodhana lexicon compile -o out.lex "$@" small.yaml; echo $?; }
mkdir empty
try --costs costs.tsv --english nosuch
try --costs costs.tsv --english empty
try --costs costs.tsv --english small.yaml
try --english english --costs nosuch.tsv
printf 'swap\tV\tV\n' > bad.tsv
try --english english --costs bad.tsv
printf 'swap\tV\tV\t0.5\tfine\nmelt\tV\tV\t0.5\twhat?\n' > bad.tsv
try --english english --costs bad.tsv
printf 'swap\tV\tV\tmuch\twhat?\n' > bad.tsv
try --english english --costs bad.tsv
try --english english --costs costs.tsv --protect nosuch.txt
test -e out.lex || echo nothing written
shodhana lexicon check --english nosuch small.yaml; echo $?
