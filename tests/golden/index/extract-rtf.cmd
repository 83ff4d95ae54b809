minutes-index --extract "rich/library panel.rtf"
