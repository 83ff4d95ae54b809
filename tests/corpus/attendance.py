"""Lays out who was there: as a list, a sentence, a table, office first.

The block's options: label, layout=list|run|commas|table|office, role=paren|
comma|dash|column, and= the last joint ("and").
"""
import re
import textwrap

from model import Attender

HONORIFIC = re.compile(r"^(Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr)\s")
PLURAL = {"Councillor": "Councillors", "Cllr": "Cllrs", "Cllr.": "Cllrs."}


def _who(block):
    return [a for a in block.people if isinstance(a, Attender)]


def remarks(block):
    return [a for a in block.people if isinstance(a, str)]


def with_role(who, form):
    if not who.role:
        return who.name
    return {"comma": f"{who.name}, {who.role}", "dash": f"{who.name} - {who.role}",
            "space": f"{who.name} {who.role}"}.get(form, f"{who.name} ({who.role})")


def sentence(block):
    """'Councillors A, B and C': one plural honorific for neighbours that share it."""
    groups = []
    for who in _who(block):
        match = HONORIFIC.match(who.name)
        title = match.group(1) if match and match.group(1) in PLURAL else None
        text = with_role(who, block.options.get("role"))
        if title and groups and groups[-1][0] == title:
            groups[-1][1].append(text[len(title) + 1:])
        else:
            groups.append((title, [text[len(title) + 1:] if title else text]))
    parts = []
    for k, (title, names) in enumerate(groups):
        last_group = k == len(groups) - 1
        parts.append((f"{PLURAL[title] if len(names) > 1 else title} " if title else "") + joined(
            names, block.options.get("and", "and") if last_group or len(names) > 1 else ","))
    return ", ".join(parts) + "".join(" " + r for r in remarks(block))


def joined(names, last):
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + f" {last} " + names[-1]


def office_first(block):
    return ", ".join(f"{a.role} ({a.name})" if a.role else a.name for a in _who(block)) + "."


def table_rows(block):
    """Rows of (name, role, initials)."""
    return [(a.name, a.role or "", a.initials or "") for a in _who(block)]


def as_text(block, width):
    """The block's lines in a plain text."""
    label, form = block.options.get("label"), block.options.get("layout", "list")
    lines = []
    if form in ("run", "commas", "office"):
        body = {"run": sentence, "office": office_first}.get(form, lambda b: ", ".join(
            [with_role(a, b.options.get("role")) for a in _who(b)]) + "".join(" " + r for r in remarks(b)))(block)
        end = block.options.get("end", "")
        if label and block.options.get("break") != "1":
            text = f"{label} {body}{end}"
        else:
            lines += [label, ""] if label else []
            text = body + end
        return lines + (textwrap.wrap(text, width, break_on_hyphens=False) if width else [text])
    if label:
        lines += [label, ""] if block.options.get("break", "1") == "1" else [label]
    if form == "table":
        names = [with_role(a, "paren") if block.options.get("role") != "column" else a.name for a in _who(block)]
        wide = max(len(n) for n in names) + 3
        for who, name in zip(_who(block), names):
            tail = who.initials or ""
            if block.options.get("role") == "column":
                tail = f"{tail:6}{who.role or ''}"
            lines.append(f"{name:{wide}}{tail}".rstrip())
    else:
        lines += [with_role(a, block.options.get("role")) for a in _who(block)]
    return lines + remarks(block)
