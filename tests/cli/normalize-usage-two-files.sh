sanskrit-normalize a.srt b.srt
