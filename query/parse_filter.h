/*
 * parse_filter.h - field:value becomes a filter
 *
 *	speaker:okafor  kind:(decision vote)  since:mar-2019
 *
 * Several values are alternatives, and so are those of the same field again.
 * A value that the field does not take is an error here, not an empty result.
 */
#ifndef QUERY_PARSE_FILTER_H
#define QUERY_PARSE_FILTER_H

#include "parser.h"

/* Reads the filter that begins with the field at hand; NULL on failure. */
struct filter *parse_filter(struct parser *p, bool is_negated);

/* Gives @into the values of @from; false when they are not alternatives. */
bool parse_filter_merge(struct parser *p, struct filter *into,
			const struct filter *from);

/* Lets the filter hold for the whole query. */
void parse_filter_for_all(struct parser *p, struct filter *filter);

#endif
