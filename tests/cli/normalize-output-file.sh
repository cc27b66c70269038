# -o writes the file whole and nothing to standard output.
printf 'योग\n' > in.txt
sanskrit-normalize --text -o out.txt in.txt
cat out.txt
ls
