# Help is an answer, not a mistake: standard output and exit 0.
sanskrit-normalize --help | sed -n '1,3p'
sanskrit-normalize --help > help.txt
