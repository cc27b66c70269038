: > file.srt
mkdir folder
score --lexicon none folder file.srt
