# Damage of many kinds in one file, and every word is there.
printf '\357\273\277Heading\r\n\r\n1\r\n00:00:01,000 --> 00:00:02,000\r\none\0 1\r\n\r\n\r\nmore\n2\n00:00:03.000-->00:00:04.000\nca\377f\n42\n3\n0x:00:05,000 --> 00:00:06,000\n{\\an8}three\n\n4\n00:00:07,0' |
    srt-parse
