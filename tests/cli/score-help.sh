score --help
