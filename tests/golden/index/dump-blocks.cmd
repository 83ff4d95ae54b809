minutes-index --dump=blocks "small/mgAi.aspx@ID=41.html"
