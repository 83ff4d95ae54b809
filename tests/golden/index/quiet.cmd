minutes-index -q -i "${db%/*}/quiet.db" small
