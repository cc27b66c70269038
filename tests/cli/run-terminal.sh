# On a terminal the progress is one line that is written anew; a file's name
# cannot send codes to the terminal.
command -v script > /dev/null || { echo "no script (util-linux)" && exit 77; }
. "$SOURCE/tests/support/small_lexicon.sh"
mkdir in
printf '1\n00:00:01,000 --> 00:00:02,000\nplain\n' > in/talk.srt
printf 'no subtitle\n' > "in/$(printf 'red\033[31m.srt')"
script -qec 'shodhana run -j 1 in out > summary' /dev/null < /dev/null | tr -d '\r' | tr '\033' '^' |
    sed 's/[0-9]* words/N words/; s/[0-9]* s left/N s left/'
