sanskrit-normalize nosuch.srt
