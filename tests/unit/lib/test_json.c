#include "minutebook/json.h"

#include <signal.h>

#include "support/fault.h"
#include "support/text.h"

static struct mb_buf buf;
static struct mb_json json;

static void begin(void)
{
	json = mb_json_to(&buf);
}

static void release(void)
{
	mb_buf_release(&buf);
}

TestSuite(json, .init = begin, .fini = release);

Test(json, puts_commas_and_colons_where_they_belong)
{
	mb_json_object(&json);
	mb_json_key(&json, "body");
	mb_json_string(&json, MB_STR("Parish Council"));
	mb_json_key(&json, "items");
	mb_json_array(&json);
	mb_json_int(&json, 1);
	mb_json_object(&json);
	mb_json_end(&json);
	mb_json_array(&json);
	mb_json_end(&json);
	mb_json_null(&json);
	mb_json_end(&json);
	mb_json_key(&json, "draft");
	mb_json_bool(&json, true);
	mb_json_key(&json, "lost");
	mb_json_bool(&json, false);
	mb_json_end(&json);
	text_expect(mb_buf_str(&buf),
		    "{\"body\":\"Parish Council\",\"items\":[1,{},[],null],"
		    "\"draft\":true,\"lost\":false}",
		    "json");
}

Test(json, escapes_what_a_string_may_not_hold)
{
	const struct {
		struct mb_str text;
		const char *want;
	} cases[] = {
		{ MB_STR(""), "\"\"" },
		{ { NULL, 0 }, "\"\"" },
		{ MB_STR("a \"b\" \\c/"), "\"a \\\"b\\\" \\\\c/\"" },
		{ MB_STR("a\nb\tc"), "\"a\\nb\\tc\"" },
		{ MB_STR("\r\b\f\x1F"), "\"\\u000d\\u0008\\u000c\\u001f\"" },
		{ MB_STR("a\0b"), "\"a\\u0000b\"" },
		{ MB_STR("\x7F"), "\"\\u007f\"" },
		{ MB_STR("\xC2\x85"), "\"\\u0085\"" },
		{ MB_STR("Si\xC3\xA2n"), "\"Si\xC3\xA2n\"" },
		{ MB_STR("\xE2\x80\xA8\xE2\x80\xA9"), "\"\\u2028\\u2029\"" },
		{ MB_STR("\xF0\x9F\x93\x96"), "\"\xF0\x9F\x93\x96\"" },
		/* bytes that are no UTF-8 */
		{ MB_STR("a\xFF"
			 "b"),
		  "\"a\xEF\xBF\xBD"
		  "b\"" },
		{ MB_STR("\xE2\x82"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"" },
		{ MB_STR("\xED\xA0\x80"),
		  "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		mb_buf_truncate(&buf, 0);
		mb_json_string(&json, cases[i].text);
		text_expect(mb_buf_str(&buf), cases[i].want, "string");
	}
}

Test(json, escapes_keys_like_strings)
{
	mb_json_object(&json);
	mb_json_key(&json, "a\"b");
	mb_json_null(&json);
	mb_json_end(&json);
	text_expect(mb_buf_str(&buf), "{\"a\\\"b\":null}", "json");
}

Test(json, writes_numbers_in_full)
{
	mb_json_array(&json);
	mb_json_int(&json, 0);
	mb_json_int(&json, INT64_MIN);
	mb_json_int(&json, INT64_MAX);
	mb_json_real(&json, 7.305, 2);
	mb_json_real(&json, -0.5, 1);
	mb_json_real(&json, 12, 0);
	mb_json_end(&json);
	text_expect(mb_buf_str(&buf),
		    "[0,-9223372036854775808,9223372036854775807,7.30,-0.5,12]",
		    "json");
}

Test(json, writes_null_for_what_is_unknown)
{
	mb_json_array(&json);
	mb_json_string_or_null(&json, (struct mb_str){ NULL, 0 });
	mb_json_string_or_null(&json, MB_STR(""));
	mb_json_string_or_null(&json, MB_STR("4a"));
	mb_json_int_or_null(&json, 0);
	mb_json_int_or_null(&json, -3);
	mb_json_date(&json, (struct mb_date){ 0, 0, 0 });
	mb_json_date(&json, (struct mb_date){ 2019, 7, 9 });
	mb_json_end(&json);
	text_expect(mb_buf_str(&buf),
		    "[null,null,\"4a\",null,-3,null,\"2019-07-09\"]", "json");
}

Test(json, nests_as_deep_as_it_says)
{
	for (int i = 0; i < MB_JSON_MAX_DEPTH; i++)
		mb_json_array(&json);
	for (int i = 0; i < MB_JSON_MAX_DEPTH; i++)
		mb_json_end(&json);
	text_expect(mb_buf_str(&buf), "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
		    "json");
}

Test(json, takes_one_level_more_for_a_broken_program, .signal = SIGABRT)
{
	for (int i = 0; i <= MB_JSON_MAX_DEPTH; i++)
		mb_json_array(&json);
}

Test(json, takes_a_value_without_its_key_for_a_broken_program,
     .signal = SIGABRT)
{
	mb_json_object(&json);
	mb_json_int(&json, 1);
}

Test(json, takes_a_key_without_its_value_for_a_broken_program,
     .signal = SIGABRT)
{
	mb_json_object(&json);
	mb_json_key(&json, "a");
	mb_json_end(&json);
}

Test(json, takes_a_key_in_an_array_for_a_broken_program, .signal = SIGABRT)
{
	mb_json_array(&json);
	mb_json_key(&json, "a");
}

Test(json, takes_an_end_too_many_for_a_broken_program, .signal = SIGABRT)
{
	mb_json_array(&json);
	mb_json_end(&json);
	mb_json_end(&json);
}

Test(json, lets_a_failure_stick_to_the_buffer)
{
	struct mb_str out;

	mb_json_array(&json);
	mb_json_string(&json, MB_STR("before"));
	mb_buf_add(&buf, (struct mb_str){ "", SIZE_MAX / 2 });
	mb_json_string(&json, MB_STR("after"));
	mb_json_end(&json);
	cr_expect(eq(int, mb_buf_finish(&buf, &out, NULL), MB_ENOMEM));
	text_expect(mb_buf_str(&buf), "[\"before\"", "json");
}

static int write_one(void)
{
	struct mb_buf own = MB_BUF_INIT;
	struct mb_json to = mb_json_to(&own);
	struct mb_str out;
	int rc;

	mb_json_array(&to);
	for (int i = 0; i < 50; i++)
		mb_json_string(&to, MB_STR("\"resolved\"\n"));
	mb_json_end(&to);
	rc = mb_buf_finish(&own, &out, NULL);
	mb_buf_release(&own);
	return rc;
}

Test(json, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(write_one);
}
