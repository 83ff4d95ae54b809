minutes-index -v -i "${db%/*}/verbose.db" small 2>&1 |
    sed "s/ in [0-9.]* s$/ in N s/"
