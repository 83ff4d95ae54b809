minutes-index -i "${db%/*}/missing.db" nowhere 2>&1 | sed "s/ in [0-9.]* s$/ in N s/"
minutes-index -q -i "${db%/*}/missing.db" nowhere
