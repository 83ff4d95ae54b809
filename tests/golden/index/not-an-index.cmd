minutes-index -q -i small/notes.md small
echo "exit $?"
minutes-query -i small/notes.md library
