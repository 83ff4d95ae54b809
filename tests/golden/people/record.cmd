# what one document tells: the attendance says who the Chair is
minutes-index --extract "$corpus/larkhythe/audit/2020" |
	grep -o '"speaker":{[^}]*}' | sort -u | head -12
