sanskrit-normalize --list-schemes
