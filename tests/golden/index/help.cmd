minutes-index --help | head -n 7
minutes-index --version
