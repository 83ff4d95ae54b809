minutes-index --extract "small/mgAi.aspx@ID=41.html"
