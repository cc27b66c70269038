sanskrit-normalize --text -O srt
