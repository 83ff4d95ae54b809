minutes-index --dump=meeting small/notes.md
