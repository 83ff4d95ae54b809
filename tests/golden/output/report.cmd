for q in 'damp speaker:whyte' 'committee:audit year:2022'; do minutes-query -i "$db" --report "$q"; done | sed 's/^Indexed  .*/Indexed  now/'
