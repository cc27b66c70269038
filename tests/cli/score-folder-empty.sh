# A folder without subtitles is no reference.
mkdir ref hyp
touch ref/notes.md
score --lexicon none ref hyp
