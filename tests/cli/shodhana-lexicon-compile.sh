# What is compiled is the same bytes whenever and wherever it is compiled, and
# stands under its name only when it is whole.
. "$SOURCE/tests/support/small_lexicon.sh"
cat compile.log
shodhana lexicon stats | sed 's/^\(version *\).*/\1V/'
mkdir other
cp -r english small.yaml learned other
(cd other && shodhana lexicon compile -o again.lex --english english --learned learned small.yaml 2> log)
cmp small.lex other/again.lex && echo same
# Another word in the lists is another version.
echo rhubarb >> english/english-words.10
shodhana lexicon compile -o more.lex --english english --learned learned small.yaml 2> log
[ "$(shodhana lexicon stats | head -n 1)" != "$(shodhana lexicon stats --lexicon more.lex | head -n 1)" ] && echo other
exec 2>&1
shodhana lexicon compile -o /dev/null --english english --learned learned small.yaml; echo $?
test -c /dev/null && echo device
shodhana lexicon compile -o nosuch/out.lex --english english --learned learned small.yaml; echo $?
find . -name '*.part'
