/*
 * xml.h - XML from strangers, as a stream of elements
 *
 * Nothing is loaded from anywhere, no entity is expanded but the five that
 * every document has, no tree is built, and libxml2's own limits on depth and
 * length hold.  Names come with the prefix that the project uses for their
 * namespace, whatever prefix the document has chosen: <x:p> in the namespace
 * of WordprocessingML is "w:p".  Names in no known namespace come alone.
 */
#ifndef INDEXER_XML_H
#define INDEXER_XML_H

#include "minutebook/err.h"
#include "minutebook/str.h"

/* The longest name; what is longer is cut and matches nothing. */
#define XML_NAME_BYTES 80

/* The attributes of one element: only for xml_attribute(). */
struct xml_attributes;

struct xml_handler {
	void (*open)(void *user, const char *name,
		     const struct xml_attributes *attributes);
	void (*close)(void *user, const char *name);
	void (*text)(void *user, struct mb_str text);
};

/*
 * Parses @bytes and calls @handler on the way.  Fails with MB_EFORMAT, with
 * the line and the parser's own words, when it is not well-formed; what came
 * before has been handled by then.  Fails with MB_ENOMEM.
 */
int xml_parse(struct mb_str bytes, const struct xml_handler *handler,
	      void *user, struct mb_err *err);

/*
 * The value of the attribute @name ("w:val"), empty when there is none; valid
 * until the handler returns.
 */
struct mb_str xml_attribute(const struct xml_attributes *attributes,
			    const char *name);

/* The same as a number; @otherwise when it is none or beyond @max. */
long xml_number(const struct xml_attributes *attributes, const char *name,
		long max, long otherwise);

/* The line that the element's tag ends in; 0 when unknown. */
uint32_t xml_line(const struct xml_attributes *attributes);

#endif
