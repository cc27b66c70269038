# Warnings about the form: a line each, exit 1; -q leaves them out.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01.000 -> 00:00:02,000\nvairagyam\n' > talk.srt
correct talk.srt; echo $?
correct -q talk.srt; echo $?
