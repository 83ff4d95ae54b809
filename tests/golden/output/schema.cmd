minutes-query --schema | grep -c '^CREATE VIEW'
