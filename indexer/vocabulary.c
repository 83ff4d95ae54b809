/* Every list is sorted: words_has() searches it by halves. */
#include "vocabulary.h"

#include "words.h"

/* What stands before a name: titles, ranks, and their plurals. */
static const char *const honorifics[] = {
	"ald",
	"alderman",
	"aldermen",
	"archdeacon",
	"bailie",
	"bailies",
	"baillie",
	"baillies",
	"baron",
	"baroness",
	"brigadier",
	"canon",
	"capt",
	"captain",
	"cllr",
	"cllrs",
	"clr",
	"clrs",
	"cmdr",
	"cmhlr",
	"col",
	"colonel",
	"comhairleoir",
	"commander",
	"commissioner",
	"commissioners",
	"constable",
	"councillior",
	"councillor",
	"councillors",
	"councilman",
	"councilmember",
	"councilmembers",
	"councilor",
	"councilors",
	"councilwoman",
	"cr",
	"crs",
	"cso",
	"cyng",
	"cynghorwyr",
	"cynghorydd",
	"dame",
	"dean",
	"doctor",
	"dr",
	"father",
	"fr",
	"hon",
	"imam",
	"insp",
	"inspector",
	"judge",
	"justice",
	"lady",
	"legislator",
	"legislators",
	"lieutenant",
	"lord",
	"lt",
	"madam",
	"major",
	"mayor",
	"mayoress",
	"messrs",
	"miss",
	"mr",
	"mrs",
	"ms",
	"mx",
	"pastor",
	"pc",
	"pcso",
	"prof",
	"professor",
	"provost",
	"rabbi",
	"rev",
	"revd",
	"reverend",
	"rt",
	"selectman",
	"selectmen",
	"selectwoman",
	"sergeant",
	"sgt",
	"sir",
	"sister",
	"superintendent",
	"supervisor",
	"supervisors",
	"supt",
	"trustee",
	"trustees",
};

/* Nouns that name an office when "the" stands before them. */
static const char *const offices[] = {
	"accountant",     "actuary",        "administrator", "adviser",
	"advisor",        "advocate",       "alderman",      "alderperson",
	"ambassador",     "analyst",        "architect",     "archivist",
	"assessor",       "assistant",      "associate",     "attorney",
	"auditor",        "bailie",         "barrister",     "bursar",
	"cadeirydd",      "captain",        "cathaoirleach", "chair",
	"chairman",       "chairperson",    "chairwoman",    "champion",
	"chancellor",     "clerc",          "clerk",         "co-ordinator",
	"commander",      "commissioner",   "comptroller",   "constable",
	"consultant",     "controller",     "convener",      "convenor",
	"coordinator",    "coroner",        "councillor",    "counsel",
	"curator",        "dean",           "depute",        "deputy",
	"designer",       "developer",      "director",      "doctor",
	"ecologist",      "economist",      "editor",        "engineer",
	"examiner",       "executive",      "facilitator",   "governor",
	"head",           "headmaster",     "headmistress",  "headteacher",
	"holder",         "inspector",      "judge",         "lawyer",
	"lead",           "leader",         "lecturer",      "librarian",
	"lieutenant",     "magistrate",     "manager",       "matron",
	"mayor",          "mayoress",       "member",        "midwife",
	"minister",       "moderator",      "monitor",       "navigator",
	"nurse",          "officer",        "ombudsman",     "organiser",
	"paralegal",      "pathologist",    "physician",     "planner",
	"practitioner",   "presenter",      "president",     "principal",
	"professor",      "provost",        "psychologist",  "ranger",
	"recorder",       "rector",         "registrar",     "reporter",
	"representative", "researcher",     "scientist",     "secretary",
	"sergeant",       "sheriff",        "solicitor",     "speaker",
	"specialist",     "spokesman",      "spokesperson",  "spokeswoman",
	"steward",        "superintendent", "superviser",    "supervisor",
	"surgeon",        "surveyor",       "swyddog",       "teacher",
	"technician",     "treasurer",      "trustee",       "valuer",
	"vicar",          "vice-chair",     "vice-chairman", "vice-chairperson",
	"vice-president", "warden",         "whip",
};

/* Offices that are called by their letters. */
static const char *const short_offices[] = {
	"ceo", "cfo", "dpo", "pcso", "rfo",
};

/* What a speaker does, in the past tense of minutes. */
static const char *const reporting_verbs[] = {
	"accepted",     "acknowledged",  "acquiesced",   "added",
	"addressed",    "adjourned",     "admitted",     "advised",
	"advocated",    "affirmed",      "agreed",       "alerted",
	"alleged",      "alluded",       "announced",    "answered",
	"anticipated",  "apologised",    "apologized",   "appealed",
	"applauded",    "appreciated",   "apprised",     "argued",
	"asked",        "asserted",      "assured",      "believed",
	"bemoaned",     "briefed",       "brought",      "calculated",
	"called",       "cautioned",     "challenged",   "circulated",
	"cited",        "claimed",       "clarified",    "closed",
	"commenced",    "commended",     "commented",    "commiserated",
	"compared",     "complained",    "complimented", "conceded",
	"concluded",    "concurred",     "condemned",    "confessed",
	"confirmed",    "congratulated", "considered",   "contended",
	"continued",    "contributed",   "conveyed",     "corrected",
	"counselled",   "countered",     "covered",      "criticised",
	"criticized",   "declaimed",     "declared",     "declined",
	"decried",      "deemed",        "defended",     "deliberated",
	"delivered",    "demanded",      "demonstrated", "deplored",
	"deprecated",   "derided",       "described",    "detailed",
	"differed",     "disagreed",     "disclosed",    "discussed",
	"disliked",     "dismissed",     "disputed",     "dissented",
	"doubted",      "dreaded",       "drew",         "echoed",
	"elaborated",   "elucidated",    "empathised",   "emphasised",
	"emphasized",   "encouraged",    "endorsed",     "enlarged",
	"enquired",     "enthused",      "enumerated",   "envisaged",
	"estimated",    "evidenced",     "exemplified",  "exhorted",
	"expanded",     "expected",      "explained",    "expounded",
	"expressed",    "favored",       "favoured",     "feared",
	"felt",         "flagged",       "focused",      "focussed",
	"forecast",     "foresaw",       "found",        "gave",
	"guessed",      "guided",        "highlighted",  "hinted",
	"hoped",        "identified",    "illustrated",  "imparted",
	"implied",      "implored",      "indicated",    "informed",
	"inquired",     "insisted",      "interjected",  "intervened",
	"intimated",    "introduced",    "invited",      "iterated",
	"joked",        "justified",     "laid",         "lamented",
	"lauded",       "led",           "likened",      "listed",
	"looked",       "made",          "maintained",   "marvelled",
	"mentioned",    "mooted",        "moved",        "named",
	"narrated",     "nominated",     "noted",        "notified",
	"objected",     "observed",      "offered",      "opened",
	"opined",       "opposed",       "outlined",     "owned",
	"paid",         "paraphrased",   "petitioned",   "pleaded",
	"pledged",      "pointed",       "pondered",     "posed",
	"praised",      "predicted",     "prefaced",     "preferred",
	"presented",    "pressed",       "proclaimed",   "produced",
	"proffered",    "promised",      "proposed",     "protested",
	"provided",     "put",           "queried",      "questioned",
	"quoted",       "raised",        "ran",          "read",
	"reaffirmed",   "reasoned",      "reassured",    "rebutted",
	"recalled",     "recapped",      "reckoned",     "recognised",
	"recognized",   "recommended",   "recorded",     "recounted",
	"referenced",   "referred",      "reflected",    "refused",
	"regarded",     "regretted",     "reiterated",   "rejected",
	"rejoined",     "relayed",       "remarked",     "reminded",
	"remonstrated", "repeated",      "replied",      "reported",
	"requested",    "resisted",      "responded",    "restated",
	"retorted",     "revealed",      "reviewed",     "ruled",
	"said",         "saluted",       "seconded",     "set",
	"shared",       "shouted",       "showed",       "signalled",
	"sought",       "speculated",    "spoke",        "stated",
	"stressed",     "submitted",     "suggested",    "summarised",
	"summarized",   "summed",        "supported",    "surmised",
	"suspected",    "swore",         "sympathised",  "tabled",
	"talked",       "tendered",      "testified",    "thanked",
	"thought",      "told",          "touched",      "translated",
	"underlined",   "underscored",   "understood",   "undertook",
	"updated",      "urged",         "ventured",     "verified",
	"voiced",       "volunteered",   "vouched",      "vowed",
	"wanted",       "warned",        "welcomed",     "went",
	"wished",       "wondered",      "wrote",
};

/* The same in the present tense, which some clerks use. */
static const char *const present_verbs[] = {
	"adds",       "advises",  "agrees",     "announces",  "asks",
	"believes",   "comments", "confirms",   "considers",  "declares",
	"enquires",   "explains", "expresses",  "feels",      "gives",
	"highlights", "hopes",    "informs",    "introduces", "mentions",
	"notes",      "outlines", "points",     "presents",   "proposes",
	"queries",    "raises",   "recommends", "refers",     "reminds",
	"replies",    "reports",  "requests",   "responds",   "says",
	"seconds",    "states",   "stresses",   "suggests",   "summarises",
	"thanks",     "thinks",   "updates",    "urges",      "welcomes",
	"wishes",     "wonders",
};

/* What may stand between a speaker and the verb. */
static const char *const adverbs[] = {
	"accordingly",  "additionally", "afterwards",   "again",
	"also",         "both",         "briefly",      "clearly",
	"consequently", "duly",         "eagerly",      "earlier",
	"finally",      "firmly",       "firstly",      "further",
	"furthermore",  "genuinely",    "had",          "has",
	"have",         "helpfully",    "however",      "immediately",
	"initially",    "kindly",       "lastly",       "later",
	"likewise",     "moreover",     "next",         "now",
	"once",         "otherwise",    "particularly", "personally",
	"politely",     "publicly",     "rightly",      "secondly",
	"separately",   "similarly",    "simply",       "since",
	"specifically", "strongly",     "subsequently", "then",
	"thereafter",   "therefore",    "thirdly",      "thus",
	"today",        "too",          "verbally",     "warmly",
};

/* Small words inside the names of offices and bodies. */
static const char *const function_words[] = {
	"&",  "a",   "an",   "and", "at",   "by",   "de",     "del", "der",
	"du", "for", "from", "in",  "into", "la",   "le",     "of",  "on",
	"or", "the", "to",   "van", "von",  "with", "within", "y",
};

/* Small words inside surnames. */
static const char *const particles[] = {
	"ab",   "af",    "al",    "ap",  "av",  "bin", "da",  "dal", "de",
	"del",  "della", "den",   "der", "di",  "dos", "du",  "el",  "ferch",
	"fitz", "la",    "le",    "mac", "mc",  "o",   "san", "st",  "ten",
	"ter",  "van",   "verch", "vom", "von", "y",   "zu",
};

/* Last words of the names of bodies, places and things: no persons. */
static const char *const body_nouns[] = {
	"academy",      "act",         "agency",       "agenda",
	"agreement",    "alliance",    "area",         "assembly",
	"association",  "authority",   "avenue",       "award",
	"bank",         "barn",        "bill",         "board",
	"borough",      "branch",      "bridge",       "brigade",
	"budget",       "building",    "bureau",       "bus",
	"business",     "cabinet",     "campaign",     "cap",
	"car",          "care",        "cathedral",    "cemetery",
	"centre",       "century",     "chamber",      "charity",
	"church",       "city",        "clause",       "clinic",
	"close",        "club",        "coalition",    "code",
	"college",      "commission",  "committee",    "common",
	"community",    "company",     "complex",      "confederation",
	"conference",   "consortium",  "constabulary", "consultants",
	"consultation", "corporation", "corridor",     "cottage",
	"council",      "councillors", "country",      "county",
	"court",        "crescent",    "crown",        "day",
	"democrats",    "department",  "depot",        "design",
	"development",  "directive",   "directorate",  "district",
	"division",     "drive",       "east",         "education",
	"employees",    "england",     "enterprise",   "estate",
	"event",        "exchange",    "executive",    "executives",
	"faculty",      "family",      "farm",         "federation",
	"festival",     "field",       "fire",         "firm",
	"force",        "forum",       "foundation",   "fund",
	"garage",       "garden",      "gardens",      "gate",
	"government",   "governors",   "grant",        "green",
	"greens",       "group",       "groups",       "guidance",
	"guild",        "hall",        "harbour",      "health",
	"heath",        "high",        "highways",     "hill",
	"hospital",     "hospitals",   "hostel",       "hotel",
	"house",        "housing",     "hub",          "industries",
	"initiative",   "inn",         "institute",    "international",
	"ireland",      "island",      "item",         "items",
	"junction",     "kingdom",     "lane",         "law",
	"league",       "leisure",     "library",      "limited",
	"line",         "lodge",       "london",       "ltd",
	"management",   "manor",       "market",       "meadow",
	"meadows",      "media",       "meeting",      "members",
	"memorial",     "mews",        "ministry",     "minutes",
	"mission",      "mosque",      "motion",       "museum",
	"network",      "news",        "north",        "office",
	"officers",     "order",       "organisation", "organisations",
	"owners",       "panel",       "parish",       "park",
	"parking",      "parks",       "parliament",   "parties",
	"partners",     "partnership", "partnerships", "party",
	"passage",      "path",        "pavilion",     "plan",
	"planning",     "platform",    "plc",          "pledge",
	"police",       "policy",      "pool",         "practice",
	"premises",     "press",       "primary",      "prison",
	"procedure",    "programme",   "project",      "property",
	"protocol",     "quarter",     "quay",         "railway",
	"region",       "regulations", "rental",       "report",
	"residents",    "review",      "ring",         "river",
	"road",         "roads",       "room",         "row",
	"rules",        "safety",      "sarl",         "scheme",
	"school",       "schools",     "scotland",     "secondary",
	"section",      "sector",      "security",     "self-help",
	"service",      "services",    "settlement",   "shop",
	"site",         "skills",      "social",       "society",
	"solutions",    "south",       "sport",        "sports",
	"spring",       "squad",       "square",       "staff",
	"standards",    "station",     "store",        "strategy",
	"street",       "studio",      "studios",      "summit",
	"support",      "surgery",     "survey",       "system",
	"systems",      "task",        "team",         "teams",
	"technology",   "temple",      "tenants",      "terrace",
	"theatre",      "times",       "tower",        "town",
	"track",        "trade",       "traffic",      "trail",
	"training",     "transport",   "treasury",     "tribunal",
	"trust",        "trustees",    "union",        "unit",
	"united",       "university",  "users",        "valley",
	"view",         "villa",       "village",      "villages",
	"volunteers",   "wales",       "walk",         "ward",
	"wards",        "warehouse",   "watch",        "water",
	"way",          "week",        "west",         "wharf",
	"wood",         "woods",       "work",         "working",
	"works",        "workshop",    "yard",         "year",
	"youth",        "zone",
};

/* Months and weekdays: capitals that name nobody. */
static const char *const months_days[] = {
	"april",   "august",   "december", "february",  "friday",
	"january", "july",     "june",     "march",     "may",
	"monday",  "november", "october",  "saturday",  "september",
	"sunday",  "thursday", "tuesday",  "wednesday",
};

bool is_honorific(struct mb_str word)
{
	return WORDS_HAS(honorifics, word);
}

/* "Vice-Chancellor", "CAO/Clerk": the second in an office has one, too. */
static struct mb_str without_rank(struct mb_str word)
{
	static const char *const ranks[] = { "vice-", "pro-", "co-", "sub-",
					     "under-" };

	for (size_t i = 0; i < sizeof(ranks) / sizeof(*ranks); i++)
		if (mb_str_starts_nocase(word, mb_str_of(ranks[i])))
			return mb_str_drop(word, mb_str_of(ranks[i]).len);
	return mb_str_after_last(word, '/');
}

bool is_office_noun(struct mb_str word)
{
	struct mb_str last = without_rank(word);

	return WORDS_HAS(offices, word) || WORDS_HAS(offices, last) ||
	       WORDS_HAS(short_offices, last);
}

bool is_reporting_verb(struct mb_str word)
{
	return WORDS_HAS(reporting_verbs, word);
}

bool is_present_verb(struct mb_str word)
{
	return WORDS_HAS(present_verbs, word);
}

bool is_adverb(struct mb_str word)
{
	return WORDS_HAS(adverbs, word);
}

bool is_function_word(struct mb_str word)
{
	return WORDS_HAS(function_words, word);
}

bool is_particle(struct mb_str word)
{
	return WORDS_HAS(particles, word);
}

bool is_body_noun(struct mb_str word)
{
	return WORDS_HAS(body_nouns, word);
}

bool is_calendar_word(struct mb_str word)
{
	return WORDS_HAS(months_days, word);
}
