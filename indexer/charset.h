/*
 * charset.h - bytes in any charset become UTF-8, once
 *
 * What the bytes themselves say counts first, what the document claims
 * second, because the claims of saved pages are often wrong:
 *
 *	1. a byte order mark (UTF-8, UTF-16, UTF-32)
 *	2. every other byte NUL: UTF-16 without a mark
 *	3. valid UTF-8
 *	4. nearly valid UTF-8: the odd bytes are read as windows-1252
 *	5. the charset declared, if iconv(3) knows it and it fits
 *	6. windows-1252, which is what ISO-8859-1 means on the web
 *	   (WHATWG Encoding Standard, section 4.2)
 *
 * Decoded text has LF line ends and no NULs, and as many lines as the source,
 * so that line numbers stay true.
 */
#ifndef INDEXER_CHARSET_H
#define INDEXER_CHARSET_H

#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

struct decoded {
	struct mb_str text;    /* valid UTF-8 */
	struct mb_str charset; /* "utf-8", "windows-1252", ... */
	bool was_repaired;     /* bytes that fit no charset were replaced */
};

/*
 * Decodes @bytes into @arena.  @declared is what the document claims, or
 * empty.  Fails with MB_ENOMEM only.
 */
int charset_decode(struct mb_str bytes, struct mb_str declared,
		   struct mb_arena *arena, struct decoded *out,
		   struct mb_err *err);

/*
 * Appends @bytes, which are known to be in @charset ("windows-1252", "cp850"),
 * to @out.  What does not fit becomes U+FFFD; a charset that iconv(3) does not
 * know is taken for windows-1252.
 */
void charset_append(struct mb_str bytes, const char *charset,
		    struct mb_buf *out);

/*
 * The charset that the first 2 KiB of an HTML or XML document declare
 * (<meta charset>, http-equiv, <?xml encoding?>), or the empty view.
 */
struct mb_str charset_declared(struct mb_str bytes);

#endif
