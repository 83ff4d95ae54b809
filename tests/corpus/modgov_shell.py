"""The borough's democracy site around a ModernGov page.

skin=v1 is the site of 2010 to 2016 (tables, XHTML), v2 the one since 2017.
"""
from modgov_word import light

MENU = [("mgCalendarMonthView.aspx?GL=1&amp;bcr=1", "Calendar of meetings"),
        ("mgListCommittees.aspx?bcr=1", "Committees"),
        ("mgMemberIndex.aspx?bcr=1", "Your councillors and the Mayor"),
        ("mgDelegatedDecisions.aspx?bcr=1&amp;DM=0&amp;DS=2", "Decisions"),
        ("mgPlansHome.aspx?bcr=1", "Forward plans"),
        ("mgEPetitionListDisplay.aspx?bcr=1", "Petitions"),
        ("ieDocSearch.aspx?bcr=1", "Search documents"),
        ("mgRegisterKeywordInterest.aspx?bcr=1", "Email alerts"),
        ("mgWhatsNew.aspx?bcr=1", "What's new")]

SETTINGS = """<script type="text/javascript">
\tif(window.$ModernGov === undefined)
\t{
\t\tObject.defineProperty(window, "$ModernGov", { value: {} });
\t\tObject.defineProperty($ModernGov, "Settings", {value: {} });
\t\tObject.defineProperty($ModernGov.Settings, "DisableDateTimePickers", { value: false });
\t}
</script>"""

FOOTER = """<div class="mgFooter" >\t\t

\t<p>&nbsp;</p>

<input type="hidden" value="false" id="hidIsExtLinkNewWindow" name="hidIsExtLinkNewWindow"><!--#79852 remove trailing slash-->

    <script type="text/javascript" src="jquery-ui/js/jquery-3.5.1.min.js"></script>
    <script type="text/javascript">
\tvar mgJQuery = jQuery.noConflict(true);
        mgJQuery(document).ready(function () { Common_DocumentReady(false, 0); });
    </script>
</div>"""


def metas(title, description, date, kind):
    """The DC.* block; date is what the page claims, which need not be the meeting's."""
    lines = [f'<meta name="DC.title"  content="{title}"/>', f'<meta name="DC.description"  content="{description}"/>']
    if date:
        lines.append(f'<meta name="DC.date" scheme="W3CDTF"  content="{date}"/>')
    lines += [f'<meta name="DC.subject" scheme="eGMS.IPSV"  content="{s}"/>'
              for s in ("Government, politics and public administration", "Local government", kind)]
    return "\n".join(lines)


def menu(mark):
    return "\n".join(f'<li><a href="{href}" title="Link to {text.lower()}">{text}</a></li>' for href, text in MENU
                     if mark or "Email" not in text)


def crumbs(trail):
    items = "".join(f'<li><a  href="{href}" >{light(text)}</a></li>' if href else f"<li>{light(text)}</li>"
                    for href, text in trail)
    return f'<ul><li><a href="/">Home</a></li>{items}</ul>'


def page(skin, title, meta, trail, body, charset="utf-8"):
    """The whole page around body, which is what stands in #modgov."""
    return (_v1 if skin == "v1" else _v2)(title, meta, trail, body, charset)


def _v1(title, meta, trail, body, charset):
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}" />
{meta}
<title>{title} | Larkhythe Council</title>
<link href="mgSiteSpecific/ssMgStyles.css" rel="stylesheet" type="text/css" />
<link href="/css/larkhythe-print.css" rel="stylesheet" type="text/css" media="print" />
<script type="text/javascript" src="/js/textsize.js"></script>
</head>
<body>
<p class="skip"><a href="#content" accesskey="s">Skip to content</a></p>
<div id="banner"><a href="http://www.larkhythe.gov.example/"><img src="/images/barge-logo.gif" alt="London Borough of Larkhythe" width="212" height="61" /></a>
<form action="http://www.larkhythe.gov.example/search" method="get"><div><label for="q">Search this site</label> <input type="text" name="q" id="q" /> <input type="submit" value="Go" /></div></form>
<p id="az">A to Z of services: <a href="/az/a">A</a> <a href="/az/b">B</a> <a href="/az/c">C</a> <a href="/az/d">D</a> <a href="/az/e">E</a> <a href="/az/f">F</a> <a href="/az/g">G</a></p></div>
<table id="frame" cellspacing="0" cellpadding="0" summary="layout"><tr><td id="left" valign="top"><h3>Council and democracy</h3>
<ul>
{menu(False)}
</ul>
<h3>Report it</h3><ul><li><a href="/report/pothole">A pothole</a></li><li><a href="/report/bins">A missed bin</a></li><li><a href="/report/noise">Noise</a></li></ul></td>
<td id="content" valign="top"><div class="crumb">You are here: {crumbs(trail)}</div>
<div id="modgov">{body}
{FOOTER}
</div>
</td></tr></table>
<div id="foot"><p>London Borough of Larkhythe, Town Hall, Ropewalk, Larkhythe. Switchboard 020 7946 0500. <a href="/accessibility">Accessibility</a> <a href="/privacy">Privacy</a> Page last updated automatically.</p></div>
</body>
</html>
"""


def _v2(title, meta, trail, body, charset):
    nav = f'<div class="menu"><ul class="menu-list">\n{menu(True)}</ul></div>'
    return f"""<!DOCTYPE html>



<html lang="en">
\t<head>
\t\t<meta charset="{charset}">
\t\t<meta http-equiv="X-UA-Compatible" content="IE=edge">
\t\t<meta name="viewport" content="width=device-width, initial-scale=1">
\t\t<meta http-equiv='X-UA-Compatible' content='IE=edge, chrome=1' />{meta}

<link type="text/css" href="jquery-ui/css/Smoothness/jquery-ui-1.13.2.custom.min.css" rel="stylesheet" />
\t\t<title>{title} - Larkhythe Council</title>
\t\t<link href="sitespecific/ssMgStyles.css" rel="stylesheet" type="text/css" />
\t\t<script>window.cookieConsent={{ask:true,vendors:['analytics']}};function toggleMenu(e){{document.getElementById("mobile-menu").classList.toggle("is-active");}}</script>
\t</head>
\t<body>
\t\t<a class="sr-only" href="#mgMainContent">Skip to main content</a>
\t\t<div id="cookie-banner" role="region" aria-label="Cookies"><p>We use some essential cookies to make this website work. <button>Accept</button> <button>Reject</button></p></div>
\t\t<header id="page-header"><img src="SiteSpecific/res/img/larkhythe.svg" alt="London Borough of Larkhythe" /></header>
\t\t<div class="dropdown" id="mobile-menu"><button class="button" type="button" onclick="toggleMenu(this)">Menu <span class="caret"></span></button>
{nav}
\t\t</div>
\t\t<div role="main">
\t\t\t<a class="is-hidden" name="mgMainContent"></a>
\t\t\t<nav aria-label="Breadcrumb" class="breadcrumb" id="breadcrumb-holder">{crumbs(trail)}</nav>
\t\t\t<div id="modgov">{body}
{FOOTER}
\t\t\t</div>
\t\t</div>
\t\t<nav class="column is-one-quarter" id="side-nav">
{nav}
\t\t</nav>
\t\t<footer id="page-footer" class="footer"><small>&copy; London Borough of Larkhythe. Page feedback: <a href="https://www.larkhythe.gov.example/feedback">Tell us what is wrong with this page</a></small></footer>
\t</body>
</html>
"""
