mkdir "${db%/*}/nothing"
minutes-index -i "${db%/*}/empty.db" "${db%/*}/nothing" 2>&1 |
    sed "s/ in [0-9.]* s$/ in N s/"
minutes-query -c -i "${db%/*}/empty.db" library
