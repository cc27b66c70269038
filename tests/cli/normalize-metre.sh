# The metre of each verse with the line where it begins, from any scheme.
cat > verses.txt <<'END'
dharmakSetre kurukSetre samavetA yuyutsavaH |
mAmakAH pANDavAzcaiva kimakurvata saJjaya ||

vAgarthAviva sampRktau vAgarthapratipattaye |
jagataH pitarau vande pArvatIparamezvarau ||
END
sanskrit-normalize --metre --from hk verses.txt
sanskrit-normalize --metre --text
