score --normalize case,digits ref.srt hyp.srt
