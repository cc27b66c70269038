# Half-written Devanagari goes through and is told.
printf 'योग\nक ि ् ख\n' | sanskrit-normalize --text
