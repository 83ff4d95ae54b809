minutes-index --dump=words small/notes.md
