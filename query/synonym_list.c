#include "synonym_list.h"

/*
 * What every council abbreviates, in the words of councils themselves.  An
 * acronym with two meanings has two lines.  '!' marks acronyms that are
 * English words: see synonyms.h.
 */
const char *const synonym_list[] = {
	"cllr = councillor",
	"cllrs = councillors",
	"agm = annual general meeting",
	"aob = any other business",
	"alp = alternative learning provision",
	"almo = arms length management organisation",
	"aqma = air quality management area",
	"asb = anti social behaviour",
	"bame = black asian and minority ethnic",
	"!bid = business improvement district",
	"bng = biodiversity net gain",
	"camhs = child and adolescent mental health services",
	"ccg = clinical commissioning group",
	"cctv = closed circuit television",
	"cil = community infrastructure levy",
	"cpo = compulsory purchase order",
	"cpz = controlled parking zone",
	"cqc = care quality commission",
	"csp = community safety partnership",
	"cvs = council for voluntary service",
	"dfg = disabled facilities grant",
	"dmmo = definitive map modification order",
	"dpo = data protection officer",
	"dsg = dedicated schools grant",
	"edi = equality diversity and inclusion",
	"ehcp = education health and care plan",
	"eia = equality impact assessment = equalities impact assessment",
	"eia = environmental impact assessment",
	"eqia = equality impact assessment = equalities impact assessment",
	/* one row of two lines; NOLINTNEXTLINE(bugprone-suspicious-missing-comma) */
	"etro = experimental traffic regulation order ="
	" experimental traffic order",
	"ev = electric vehicle",
	"foi = freedom of information",
	"gdpr = general data protection regulation",
	"gla = greater london authority",
	"hgv = heavy goods vehicle",
	"hgvs = heavy goods vehicles",
	"hmo = house in multiple occupation = houses in multiple occupation",
	"hmos = houses in multiple occupation",
	"hra = housing revenue account",
	"hwb = health and wellbeing board",
	"icb = integrated care board",
	"ics = integrated care system",
	"ict = information and communication technology",
	"jsna = joint strategic needs assessment",
	"kpi = key performance indicator",
	"kpis = key performance indicators",
	"lado = local authority designated officer",
	"lcwip = local cycling and walking infrastructure plan",
	"lep = local enterprise partnership",
	"lga = local government association",
	"lpa = local planning authority",
	"ltn = low traffic neighbourhood",
	"ltns = low traffic neighbourhoods",
	"!mash = multi agency safeguarding hub",
	"mtfp = medium term financial plan",
	"mtfs = medium term financial strategy",
	"ndr = national non domestic rates = business rates",
	"neet = not in education employment or training",
	"nhs = national health service",
	"nppf = national planning policy framework",
	"nrpf = no recourse to public funds",
	"pcn = penalty charge notice",
	"pfi = private finance initiative",
	"prow = public right of way",
	"pspo = public spaces protection order",
	"pspos = public spaces protection orders",
	"rsl = registered social landlord",
	"s106 = section 106",
	"s114 = section 114",
	"s151 = section 151",
	"!send = special educational needs and disabilities ="
	" special educational needs and disability ="
	" special educational needs",
	"!sen = special educational needs",
	"!sid = speed indicator device",
	"shlaa = strategic housing land availability assessment",
	"spd = supplementary planning document",
	"!suds = sustainable drainage systems",
	"tfl = transport for london",
	"tmo = tenant management organisation",
	"tmo = traffic management order",
	"tpo = tree preservation order",
	"tro = traffic regulation order",
	"tros = traffic regulation orders",
	"uasc = unaccompanied asylum seeking children",
	"ulez = ultra low emission zone",
	"vawg = violence against women and girls",
	"vcs = voluntary and community sector",
	"vcse = voluntary community and social enterprise",
};

const size_t synonym_list_n = sizeof(synonym_list) / sizeof(*synonym_list);

/*
 * What councils mostly deal with, in the words of their minutes.  A word stands
 * in a topic when it is seldom used of anything else; all forms of a member's
 * last word are looked for.
 */
const char *const topic_list[] = {
	"topic:housing = housing = tenant = tenancy = leaseholder = landlord"
	" = council homes = affordable homes = homeless = homelessness"
	" = rough sleeper = temporary accommodation = right to buy"
	" = houses in multiple occupation = hmo = damp = mould = disrepair"
	" = rent arrears = social rent = eviction",
	"topic:planning = planning application = planning permission"
	" = planning policy = planning committee = local plan"
	" = neighbourhood plan = section 106 = community infrastructure levy"
	" = conservation area = listed building = green belt"
	" = permitted development = planning enforcement = change of use"
	" = reserved matters = material consideration",
	"topic:transport = traffic = parking = highway = bus = buses = cycling"
	" = cyclist = cycle lane = pedestrian = pavement = footway = bus stop"
	" = speed limit = low traffic neighbourhood = ltn"
	" = controlled parking zone = school street = railway station"
	" = road safety = pothole = transport",
	"topic:climate = climate change = climate emergency = net zero"
	" = carbon neutral = carbon emissions = decarbonisation"
	" = renewable energy = solar panel = heat pump = retrofit"
	" = biodiversity = air quality = nitrogen dioxide = sustainability"
	" = flooding = flood risk = rewilding",
	"topic:waste = recycling = refuse collection = fly tipping = fly tip = "
	"litter"
	" = waste collection = bin collection = food waste = street cleaning"
	" = landfill = incinerator",
	"topic:education = school = pupil = headteacher = school governor"
	" = special educational needs = education health and care plan"
	" = exclusion from school = school place = early years = nursery"
	" = further education = apprenticeship",
	"topic:children = children in care = looked after children"
	" = care leaver = foster carer = fostering = adoption"
	" = child protection = safeguarding children = youth service"
	" = youth club = youth work = childrens centre = child poverty",
	"topic:social care = adult social care = care home = carer"
	" = domiciliary care = home care = direct payment"
	" = safeguarding adults = learning disability = dementia"
	" = supported living = day centre",
	"topic:health = public health = nhs = gp = hospital = mental health"
	" = vaccination = health inequalities = clinical commissioning group"
	" = integrated care = substance misuse = smoking = obesity = covid",
	"topic:crime = police = crime = anti social behaviour = knife crime"
	" = violence = domestic abuse = hate crime = cctv = burglary"
	" = community safety = stop and search = public spaces protection"
	" order",
	"topic:equality = equality = inequality = racism = racist"
	" = anti racism = discrimination = diversity = disabled people"
	" = equality impact assessment = public sector equality duty"
	" = hate crime = accessibility = lgbt",
	"topic:finance = budget = council tax = precept = business rates"
	" = medium term financial = treasury management = capital programme"
	" = overspend = underspend = savings proposal = statement of accounts"
	" = section 114 = section 151 = reserves policy",
	"topic:culture = library = librarian = museum = arts centre = theatre"
	" = heritage = public art = festival",
	"topic:parks = public park = country park = open space = playground = "
	"play area = allotment"
	" = village green = recreation ground = leisure centre"
	" = swimming pool = sports pitch = tree planting",
	"topic:licensing = licensing = premises licence = alcohol licence"
	" = temporary event notice = taxi = private hire = street trading"
	" = gambling",
	"topic:governance = standing order = code of conduct = constitution of"
	" the council = declaration of interest = scheme of delegation"
	" = scrutiny review = call in = internal audit = external audit"
	" = freedom of information = whistleblowing = risk register",
};

const size_t topic_list_n = sizeof(topic_list) / sizeof(*topic_list);
