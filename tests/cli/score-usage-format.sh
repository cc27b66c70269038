score --format xml ref.srt hyp.srt
