for f in md json; do minutes-query -i "$db" --report --format=$f 'speaker:whyte mould'; done | sed -E 's/20[0-9-]*T[0-9:]*Z/now/'
