"""Text to bytes: charset=utf-8|cp1252|utf-16le|utf-8-bom, nul=N.  Bytes stay as they are."""


def to_bytes(text, options):
    if isinstance(text, bytes):
        return text
    charset = options.get("charset", "utf-8")
    if options.get("nul"):
        text = _with_nuls(text, int(options["nul"]))
    if charset == "utf-16le":
        return b"\xff\xfe" + text.encode("utf-16-le")
    if charset == "utf-8-bom":
        return b"\xef\xbb\xbf" + text.encode("utf-8")
    return text.encode(charset)


def _with_nuls(text, count):
    """Put count NUL characters at ends of lines, evenly through the text."""
    lines = text.split("\n")
    step = max(1, len(lines) // (count + 1))
    for k in range(1, count + 1):
        at = min(k * step, len(lines) - 1)
        lines[at] += "\0"
    return "\n".join(lines)
