minutes-index --check "$corpus/larkhythe/HWB/2022-12-08/item-04 anti-racism plans.txt"
