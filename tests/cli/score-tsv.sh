# A line a file and one of the total, turned on its side to be read.
cue() { printf '1\n00:00:01,000 --> 00:00:03,000\n%s\n' "$1"; }
cue 'jīva and māyā' > ref.srt
cue 'jīva and maya too' > hyp.srt
score --lexicon none --format tsv ref.srt hyp.srt > out.tsv
awk -F '\t' '{ for (i = 1; i <= NF; i++) cell[i] = cell[i] (NR > 1 ? " | " : "") $i; n = NF }
    END { for (i = 1; i <= n; i++) print cell[i] }' out.tsv
