# What is wrong in a lexicon is told with file and line; nothing is written.
. "$SOURCE/tests/support/small_lexicon.sh"
exec 2>&1
rm -f out.lex
try() {
    printf '# %s\n' "$1"
    printf '%b' "$2" > test.yaml
    shodhana lexicon compile -o out.lex --english english --learned learned test.yaml; echo $?
}
try 'not YAML' 'entries:\n- {original_term: [\n'
try 'a tab' 'entries:\n- original_term: guṇa\n\tvariations: [guna]\n'
try 'no entries' 'domain: x\n'
try 'an unknown field' 'entries:\n- {original_term: guṇa}\n- {original_term: rajas, variaton: [rajasa]}\n'
try 'an unknown key of the file' 'entry:\n- {original_term: guṇa}\n'
try 'no term' 'entries:\n- {variations: [guna]}\n'
try 'a list where a text is meant' 'entries:\n- {original_term: [guṇa]}\n'
try 'a text where a list is meant' 'entries:\n- {original_term: guṇa, variations: guna}\n'
try 'a number out of range' 'entries:\n- {original_term: guṇa, confidence: 1.5}\n'
try 'no such frequency' 'entries:\n- {original_term: guṇa, frequency: often}\n'
try 'neither true nor false' 'entries:\n- {original_term: guṇa, is_verse: maybe}\n'
try 'an alias' 'defaults: &d {category: x}\nentries:\n- *d\n'
try 'not UTF-8' 'entries:\n- {original_term: gu\0377a}\n'
try 'not a lexicon' '- a\n- b\n'
try 'an empty file' ''
shodhana lexicon compile -o out.lex --english english --learned learned nosuch.yaml; echo $?
shodhana lexicon compile -o out.lex --english english --learned learned .; echo $?
test -e out.lex || echo nothing written
