score --frobnicate ref.srt hyp.srt
