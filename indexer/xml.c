#include "xml.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

struct xml_attributes {
	const xmlChar **items; /* five each: see libxml2's SAX2 */
	size_t n;
	uint32_t line;
};

struct reader {
	const struct xml_handler *handler;
	void *user;
	xmlParserCtxtPtr parser;
};

/* --- names ------------------------------------------------------------- */

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

static const struct {
	const char *uri, *prefix;
} namespaces[] = {
	{ "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w" },
	{ "http://purl.oclc.org/ooxml/wordprocessingml/main", "w" },
	{ "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc" },
	{ "http://purl.org/dc/elements/1.1/", "dc" },
	{ OASIS "office:1.0", "office" },
	{ OASIS "style:1.0", "style" },
	{ OASIS "text:1.0", "text" },
	{ OASIS "table:1.0", "table" },
	{ OASIS "drawing:1.0", "draw" },
	{ OASIS "xsl-fo-compatible:1.0", "fo" },
};

static const char *prefix_of(const xmlChar *uri)
{
	for (size_t i = 0; uri && i < sizeof(namespaces) / sizeof(*namespaces);
	     i++)
		if (!strcmp((const char *)uri, namespaces[i].uri))
			return namespaces[i].prefix;
	return NULL;
}

static void write_name(char name[XML_NAME_BYTES], const xmlChar *local,
		       const xmlChar *uri)
{
	const char *prefix = prefix_of(uri);

	snprintf(name, XML_NAME_BYTES, "%s%s%s", prefix ? prefix : "",
		 prefix ? ":" : "", (const char *)local);
}

/* --- attributes -------------------------------------------------------- */

struct mb_str xml_attribute(const struct xml_attributes *attributes,
			    const char *name)
{
	for (size_t i = 0; i < attributes->n; i++) {
		const xmlChar **a = attributes->items + 5 * i;
		char own[XML_NAME_BYTES];

		write_name(own, a[0], a[2]);
		if (!strcmp(own, name))
			return (struct mb_str){ (const char *)a[3],
						(size_t)(a[4] - a[3]) };
	}
	return (struct mb_str){ NULL, 0 };
}

long xml_number(const struct xml_attributes *attributes, const char *name,
		long max, long otherwise)
{
	struct mb_str value = xml_attribute(attributes, name);
	unsigned long n;

	return mb_str_number(&value, (unsigned long)max, &n) && value.len == 0
		   ? (long)n
		   : otherwise;
}

uint32_t xml_line(const struct xml_attributes *attributes)
{
	return attributes->line;
}

/* --- the parser -------------------------------------------------------- */

static uint32_t line_of(xmlParserCtxtPtr parser)
{
	int line = parser->input ? parser->input->line : 0;

	return line > 0 ? (uint32_t)line : 0;
}

/* NOLINTNEXTLINE(readability-function-size): libxml2 wants it so */
static void on_open(void *user, const xmlChar *local, const xmlChar *prefix,
		    const xmlChar *uri, int n_namespaces,
		    const xmlChar **namespace_items, int n_attributes,
		    int n_defaulted, const xmlChar **items)
{
	struct reader *reader = user;
	struct xml_attributes attributes = {
		.items = items,
		.n = n_attributes > 0 ? (size_t)n_attributes : 0,
		.line = line_of(reader->parser),
	};
	char name[XML_NAME_BYTES];

	(void)prefix;
	(void)n_namespaces;
	(void)namespace_items;
	(void)n_defaulted;
	write_name(name, local, uri);
	reader->handler->open(reader->user, name, &attributes);
}

static void on_close(void *user, const xmlChar *local, const xmlChar *prefix,
		     const xmlChar *uri)
{
	struct reader *reader = user;
	char name[XML_NAME_BYTES];

	(void)prefix;
	write_name(name, local, uri);
	reader->handler->close(reader->user, name);
}

static void on_text(void *user, const xmlChar *chars, int n)
{
	struct reader *reader = user;

	reader->handler->text(
	    reader->user,
	    (struct mb_str){ (const char *)chars, n > 0 ? (size_t)n : 0 });
}

static void on_error(void *user, const char *message, ...)
{
	(void)user; /* the context keeps the first */
	(void)message;
}

static int judge(const xmlParserCtxtPtr parser, struct mb_err *err)
{
	struct mb_str why;

	if (parser->errNo == XML_ERR_NO_MEMORY)
		return mb_fail_nomem(err);
	if (parser->wellFormed)
		return MB_OK;
	why = mb_str_trim(mb_str_of(parser->lastError.message));
	return mb_fail_at(
	    err, MB_EFORMAT,
	    parser->lastError.line > 0 ? (uint32_t)parser->lastError.line : 0,
	    "broken XML: %.*s", MB_STR_ARG(why));
}

int xml_parse(struct mb_str bytes, const struct xml_handler *handler,
	      void *user, struct mb_err *err)
{
	struct reader reader = { handler, user, NULL };
	xmlSAXHandler sax = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_open,
		.endElementNs = on_close,
		.characters = on_text,
		.cdataBlock = on_text,
		.error = on_error,
		.warning = on_error,
		/* no declarations are taken, so that no entity has a value */
	};
	xmlParserCtxtPtr parser;
	int rc;

	if (bytes.len == 0 || bytes.len > INT_MAX)
		return mb_fail(err, MB_EFORMAT, "broken XML: nothing there");
	parser = xmlCreateMemoryParserCtxt(bytes.ptr, (int)bytes.len);
	if (!parser)
		return mb_fail_nomem(err);
	xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR |
				      XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
	*parser->sax = sax;
	parser->userData = &reader;
	reader.parser = parser;
	xmlParseDocument(parser);
	rc = judge(parser, err);
	if (parser->myDoc)
		xmlFreeDoc(parser->myDoc);
	xmlFreeParserCtxt(parser);
	return rc;
}
