# What the lexicon makes of words, by form and by sound; exit 1 when nothing.
. "$SOURCE/tests/support/small_lexicon.sh"
look() { shodhana lexicon lookup "$@" | sed 's/^sound [+-][0-9.]* /sound N /'; }
look why rag ya
look 'why rag ya'
look Bhagavad Gita
look vivek ananda
shodhana lexicon lookup plain; echo $?
shodhana lexicon lookup vairagya > log; echo $?
exec 2>&1
shodhana lexicon lookup --lexicon nowhere.lex vairagya; echo $?
shodhana lexicon stats --lexicon compile.log; echo $?
shodhana lexicon stats > /dev/full; echo $?
