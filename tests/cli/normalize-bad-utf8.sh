# A malformed byte is named with its line, and nothing is written.
printf 'one\ntw\377o\n' > bad.txt
sanskrit-normalize --text bad.txt
