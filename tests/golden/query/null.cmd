# records end with NUL, here shown as a line end
minutes-query -i "$db" -n 2 --format plain -0 library closure | tr "\n\0" "@\n"
