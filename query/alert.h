/*
 * alert.h - --save, --saved, --forget and --alert
 *
 * An alert runs a saved query as it was saved, on the indexes that it was
 * saved with, and prints what has not been told yet.  What it prints is kept
 * until all of it is known, and the new state is on the disk before the first
 * byte goes out; it takes its place when the last byte has gone.  So nothing
 * is lost when a run is killed, or when nobody reads what it prints: it is
 * told again.
 */
#ifndef QUERY_ALERT_H
#define QUERY_ALERT_H

#include "options.h"

/* Each does its task and gives the exit status; errors have been printed. */
int alert_save(const struct options *options, struct mb_arena *arena);
int alert_list(const struct options *options, struct mb_arena *arena);
int alert_forget(const struct options *options, struct mb_arena *arena);
int alert_run(const struct options *options, struct mb_arena *arena);

#endif
