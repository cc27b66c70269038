score --by cue ref.srt hyp.srt
