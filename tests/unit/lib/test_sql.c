#include "sql.h"

#include "support/text.h"

TestSuite(sql);

Test(sql, has_each_statement_in_one_table_alone)
{
	for (int id = 0; id < STMT_COUNT; id++) {
		int n = (mb_sql_write[id] != NULL) +
			(mb_sql_people[id] != NULL) + (mb_sql_read[id] != NULL);

		cr_expect(eq(int, n, 1), "statement %d", id);
	}
}
