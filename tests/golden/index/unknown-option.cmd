minutes-index --indx x.db small
