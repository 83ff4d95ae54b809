#include "walk.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "folder.h"
#include "minutebook/buf.h"
#include "support/fault.h"
#include "support/text.h"

static struct folder folder;

static void make(void)
{
	folder = folder_new();
}

static void release(void)
{
	folder_remove(&folder);
}

TestSuite(walk, .init = make, .fini = release);

/* "f PATH", "s PATH: REASON" or "u PATH: REASON", one entry a line. */
static char *entries_of(const char *const *paths, size_t n)
{
	static const char letters[] = {
		[WALK_FILE] = 'f', [WALK_SKIPPED] = 's', [WALK_UNREADABLE] = 'u'
	};
	struct mb_buf buf = MB_BUF_INIT;
	struct walk_entry entry;
	struct walk *walk;
	char *got;
	int rc;

	cr_assert(walk_new(paths, n, &walk, NULL) == MB_OK);
	while ((rc = walk_next(walk, &entry, NULL)) > 0) {
		struct mb_str path = entry.path;

		if (mb_str_starts(path, mb_str_of(folder.path)))
			path = mb_str_drop(path, mb_str_of(folder.path).len);
		mb_buf_add_format(&buf, "%c %.*s%s%s\n", letters[entry.kind],
				  MB_STR_ARG(path), entry.reason ? ": " : "",
				  entry.reason ? entry.reason : "");
	}
	cr_expect(eq(int, rc, 0));
	walk_free(walk);
	got = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	return got;
}

static char *entries(const char *name)
{
	const char *path = folder_path(&folder, name);

	return entries_of(&path, 1);
}

Test(walk, gives_every_file_in_the_order_of_names)
{
	folder_write(&folder, "b.txt", MB_STR("b"));
	folder_write(&folder, "a/2.txt", MB_STR("2"));
	folder_write(&folder, "a/10.txt", MB_STR("10"));
	folder_write(&folder,
		     "a b, c\xC2\xA0"
		     "d\n.txt",
		     MB_STR("odd"));
	folder_write(&folder, "B.txt", MB_STR(""));
	cr_expect(eq(str, entries(""),
		     "f B.txt\n"
		     "f a/10.txt\nf a/2.txt\n"
		     "f a b, c\xC2\xA0"
		     "d\n.txt\n"
		     "f b.txt\n"));
}

Test(walk, says_what_a_file_is)
{
	const char *path = folder_path(&folder, "a.txt");
	struct walk_entry entry;
	struct walk *walk;
	struct stat st;

	folder_write(&folder, "a.txt", MB_STR("minutes"));
	cr_assert(eq(int, stat(path, &st), 0));
	cr_assert(walk_new(&path, 1, &walk, NULL) == MB_OK);
	cr_assert(eq(int, walk_next(walk, &entry, NULL), 1));
	cr_expect(eq(int, entry.kind, WALK_FILE));
	cr_expect(eq(i64, entry.size_bytes, 7));
	cr_expect(eq(u64, entry.inode, st.st_ino));
	cr_expect(
	    eq(i64, entry.mtime_ns,
	       (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec));
	cr_expect(eq(int, walk_next(walk, &entry, NULL), 0));
	walk_free(walk);
	walk_free(NULL);
}

Test(walk, passes_over_what_is_no_file_and_says_why)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int socket_fd = socket(AF_UNIX, SOCK_STREAM, 0);

	folder_write(&folder, "in/a.txt", MB_STR("a"));
	folder_write(&folder, "in/.hidden", MB_STR("h"));
	folder_write(&folder, "outside.txt", MB_STR("o"));
	cr_assert(eq(int, mkfifo(folder_path(&folder, "in/fifo"), 0600), 0));
	snprintf(address.sun_path, sizeof(address.sun_path), "%s",
		 folder_path(&folder, "in/socket"));
	cr_assert(eq(
	    int, bind(socket_fd, (struct sockaddr *)&address, sizeof(address)),
	    0));
	cr_assert(eq(int, symlink(".", folder_path(&folder, "in/loop")), 0));
	cr_assert(eq(
	    int, symlink("../outside.txt", folder_path(&folder, "in/out")), 0));
	cr_assert(
	    eq(int, symlink("nowhere", folder_path(&folder, "in/torn")), 0));
	cr_expect(eq(str, entries("in"),
		     "s .hidden: hidden\n"
		     "f a.txt\n"
		     "s fifo: not a regular file\n"
		     "s loop: a symbolic link\n"
		     "s out: a symbolic link\n"
		     "s socket: not a regular file\n"
		     "s torn: a symbolic link\n"));
	close(socket_fd);
}

Test(walk, follows_a_link_that_was_given)
{
	folder_write(&folder, "in/a.txt", MB_STR("a"));
	cr_assert(eq(int, symlink("in", folder_path(&folder, "link")), 0));
	cr_expect(eq(str, entries("link"), "f a.txt\n"));
}

Test(walk, reports_a_path_that_is_not_there)
{
	const char *paths[] = { folder_path(&folder, "missing"),
				folder_path(&folder, "a.txt") };

	folder_write(&folder, "a.txt", MB_STR("a"));
	cr_expect(eq(str, entries_of(paths, 2),
		     "u /missing: No such file or directory\nf /a.txt\n"));
}

Test(walk, reports_a_folder_that_cannot_be_read)
{
	if (geteuid() == 0)
		return; /* root reads every folder */
	folder_write(&folder, "in/closed/a.txt", MB_STR("a"));
	folder_write(&folder, "in/z.txt", MB_STR("z"));
	cr_assert(eq(int, chmod(folder_path(&folder, "in/closed"), 0), 0));
	cr_expect(
	    eq(str, entries("in"), "u closed: Permission denied\nf z.txt\n"));
	cr_assert(eq(int, chmod(folder_path(&folder, "in/closed"), 0700), 0));
}

/* The folder given is the first of WALK_MAX_DEPTH + 1 that may be open. */
Test(walk, goes_as_deep_as_its_limit)
{
	struct mb_buf name = MB_BUF_INIT;
	const struct mb_str too_deep = MB_STR(": folders too deep\n");

	for (int i = 0; i < WALK_MAX_DEPTH; i++)
		mb_buf_add(&name, MB_STR("d/"));
	mb_buf_add(&name, MB_STR("a.txt"));
	folder_write(&folder, text_of(mb_buf_str(&name)), MB_STR("a"));
	cr_expect(mb_str_ends(mb_str_of(entries("")), MB_STR("/d/a.txt\n")));

	mb_buf_truncate(&name, name.len - 5);
	mb_buf_add(&name, MB_STR("d/b.txt"));
	folder_write(&folder, text_of(mb_buf_str(&name)), MB_STR("b"));
	cr_expect(mb_str_ends(mb_str_of(entries("")), too_deep));
	mb_buf_release(&name);
}

Test(walk, has_nothing_to_give_of_an_empty_folder)
{
	cr_expect(eq(str, entries(""), ""));
	cr_expect(eq(str, entries_of(NULL, 0), ""));
}

static int walk_once(void)
{
	const char *path = folder.path;
	struct walk_entry entry;
	struct walk *walk = NULL;
	int rc = walk_new(&path, 1, &walk, NULL);

	while (rc == MB_OK && (rc = walk_next(walk, &entry, NULL)) > 0)
		rc = MB_OK;
	walk_free(walk);
	return rc;
}

Test(walk, survives_running_out_of_memory_anywhere)
{
	folder_write(&folder, "a/1.txt", MB_STR("1"));
	folder_write(&folder, "a/2.txt", MB_STR("2"));
	folder_write(&folder, "b.txt", MB_STR("b"));
	fault_each_allocation(walk_once);
}
