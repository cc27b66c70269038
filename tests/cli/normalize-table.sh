# The chart of a scheme, and what happens when there is none of that name.
sanskrit-normalize --table hk
sanskrit-normalize --table velthius
