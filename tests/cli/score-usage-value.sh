score ref.srt hyp.srt --raw
