# A term over the border of cues stands whole where it begins.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01,000 --> 00:00:02,000\nthis is why rag\n\n2\n00:00:02,000 --> 00:00:03,000\nya of the word\n' > talk.srt
correct talk.srt
correct --explain talk.srt | sed 's/ [01]\.[0-9][0-9]  / C  /'
correct --diff talk.srt
