# On a terminal --diff has colour, unless NO_COLOR or TERM is against it.
command -v script > /dev/null || { echo "no script (util-linux)" && exit 77; }
. "$SOURCE/tests/support/small_lexicon.sh"
cat > talk.srt <<'END'
1
00:00:01,000 --> 00:00:04,000
the text of why rag ya

2
00:00:05,000 --> 00:00:08,000
chapter two verse forty seven
of the bhagavad gita

3
00:00:09,000 --> 00:00:12,000
plain English here
END
show() { script -qec "$1 correct --diff talk.srt" /dev/null < /dev/null | tr -d '\r' | sed -n '2,3p' | tr '\033' '^'; }
show 'env TERM=xterm NO_COLOR='
show 'env TERM=xterm NO_COLOR=1'
show 'env TERM=dumb NO_COLOR='
