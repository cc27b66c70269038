score ref.srt
