#include "planner.h"

void *planner_alloc(struct planner *p, size_t n, size_t size)
{
	void *memory = NULL;

	if (p->rc == MB_OK)
		memory = mb_arena_alloc(p->arena, n, size);
	if (!memory && p->rc == MB_OK)
		p->rc = mb_fail_nomem(p->err);
	return memory;
}

void *planner_grow(struct planner *p, void *items, size_t n, size_t *capacity,
		   size_t size)
{
	void *moved = NULL;

	if (p->rc == MB_OK)
		moved = mb_arena_grow(p->arena, items, n, capacity, size);
	if (!moved && p->rc == MB_OK)
		p->rc = mb_fail_nomem(p->err);
	return moved;
}

void planner_say(struct planner *p, struct mb_buf *text)
{
	struct mb_str *moved =
	    planner_grow(p, p->plan->warnings, p->plan->n_warnings,
			 &p->warnings_capacity, sizeof(*moved));

	if (!moved)
		return;
	p->plan->warnings = moved;
	p->rc =
	    mb_buf_move(text, p->arena, &moved[p->plan->n_warnings++], p->err);
}

void planner_warn(struct planner *p, const char *format, struct mb_str what)
{
	struct mb_buf text = MB_BUF_INIT;

	mb_buf_add(&text, mb_str_of(format));
	mb_buf_add(&text, MB_STR("'"));
	mb_buf_add(&text, what);
	mb_buf_add(&text, MB_STR("'"));
	planner_say(p, &text);
	mb_buf_release(&text);
}

void planner_note(struct planner *p, struct mb_buf *note)
{
	struct mb_str *moved = planner_grow(p, p->plan->notes, p->plan->n_notes,
					    &p->notes_capacity, sizeof(*moved));

	if (!moved)
		return;
	p->plan->notes = moved;
	p->rc = mb_buf_move(note, p->arena, &moved[p->plan->n_notes++], p->err);
}
