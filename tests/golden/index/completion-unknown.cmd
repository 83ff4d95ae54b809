minutes-index --completion=tcsh
