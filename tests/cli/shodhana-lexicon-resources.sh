# Word lists and learned tables that are missing or wrong: one line, nothing written.
. "$SOURCE/tests/support/small_lexicon.sh"
exec 2>&1
rm -f out.lex
try() { shodhana lexicon compile -o out.lex "$@" small.yaml; echo $?; }
mkdir empty bad
try --learned learned --english nosuch
try --learned learned --english empty
try --learned learned --english small.yaml
try --english english --learned nosuch
printf 'swap\tV\tV\n' > bad/confusions.tsv
try --english english --learned bad
printf 'swap\tV\tV\t0.5\tfine\nmelt\tV\tV\t0.5\twhat?\n' > bad/confusions.tsv
try --english english --learned bad
printf 'swap\tV\tV\tmuch\twhat?\n' > bad/confusions.tsv
try --english english --learned bad
cp learned/confusions.tsv bad/
bad() { printf '%b' "$2" > "bad/$1.tsv"; try --english english --learned bad; rm "bad/$1.tsv"; }
bad words '# fine\nguṇa\t3\t-\nrajas\tmany\t-\n'
bad terms 'guṇa\t3\t-\t1\n'
bad pairs 'the\t@guṇa\t-1\n'
bad weights 'bias\t1.5.2\n'
try --english english --learned learned/confusions.tsv
try --english english --learned empty
try --english english --learned learned --protect nosuch.txt
test -e out.lex || echo nothing written
shodhana lexicon check --english nosuch small.yaml; echo $?
