for shell in bash zsh fish; do
	minutes-query --completion=$shell | head -n 4
done
minutes-query --completion=tcsh
