# Files are matched by their path; what has no counterpart or cannot be read is
# told and left out, all else is scored.
cue() { printf '1\n00:00:01,000 --> 00:00:03,000\n%s\n' "$1"; }
mkdir -p ref/series hyp/series ref/.hidden
cue 'the jīva' > ref/one.srt
cue 'the jīva' > hyp/one.srt
cue 'the māyā of Īśvara' > ref/series/two.srt
cue 'the maya of Īśvara' > hyp/series/two.srt
cue 'lost' > ref/lost.srt
cue 'broken' > ref/broken.srt
printf 'no subtitles at all\n' > hyp/broken.srt
printf 'no subtitles at all\n' > ref/notes.md
cue 'hidden' > ref/.hidden/three.srt
cue 'not asked for' > hyp/more.srt
score --lexicon none ref/ hyp
