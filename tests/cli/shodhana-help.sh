# The driver: help is an answer, a mistake is one line and exit 2.
shodhana --help
shodhana -h > short.txt && shodhana help | cmp - short.txt
shodhana --version | sed 's/[0-9][0-9.]*$/N/'
exec 2>&1
shodhana; echo $?
shodhana frobnicate; echo $?
shodhana --frobnicate; echo $?
shodhana help > /dev/full; echo $?
