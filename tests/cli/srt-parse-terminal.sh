# A file cannot send codes to the terminal through a warning.
printf 'A \033[31mred\302\233 heading\n\n1\n00:00:01,000 --> 00:00:02,000\none\n' | srt-parse -O txt
