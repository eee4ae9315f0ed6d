"""Named fields: which column of a table, or key of an object, is the text, the title, the address, the date, the id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from meetingx.given import bare, understood
from meetingx.inputs.stream import Asked, Stream
from meetingx.items import Failure

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article", "正文", "内容"),
    "html": ("html", "raw_html", "page", "网页", "源码"),
    "title": ("title", "headline", "标题"),
    "url": ("url", "link", "source_url", "target_uri", "网址", "链接"),
    "published": (
        "published",
        "pubdate",
        "pub_date",
        "pub_time",
        "published_at",
        "publish_date",
        "publish_time",
        "date",
        "发布时间",
        "发布日期",
        "日期",
    ),
    "id": ("id", "doc_id", "docid", "_id", "编号"),
    "path": ("path",),
}
"""What a field may be called where nobody says, the first that is there; capitals do not matter."""


NUMBERED = "page"
"""What a column of HTML may be called, and one of the numbers of pages, as it is beside a column of text."""


def columns(names: Iterable[str], asked: Asked) -> dict[str, str]:
    """For each field, the name that it has among `names`.

    >>> columns(["Content", "URL", "n"], Asked())
    {'text': 'Content', 'url': 'URL'}
    >>> columns(["Content", "URL", "n"], Asked(fields={"id": "n"}))
    {'text': 'Content', 'url': 'URL', 'id': 'n'}
    """
    by_name = {name.strip().lower(): name for name in reversed(list(names))}
    exact = set(by_name.values())
    found = {}
    for field, known in FIELDS.items():
        name = asked.fields.get(field)
        if name is not None:
            if name in exact:
                found[field] = name
        else:
            told = next((by_name[word] for word in known if word in by_name), None)
            if told is not None:
                found[field] = told
    if "text" in found and "html" not in asked.fields and found.get("html", "").strip().lower() == NUMBERED:
        del found["html"]
    return found


def missing(names: Iterable[str], asked: Asked) -> str | None:
    """What is told where no field has the page, or one that was named is not there; None where all is well."""
    names = list(names)
    found = columns(names, asked)
    have = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    for field, name in asked.fields.items():
        if field not in found:
            return f"has no field {name} (it has: {have or 'none'}): give another name to --{field}-field"
    if "text" not in found and "html" not in found:
        return f"has no field with the text of a page (it has: {have}): name it with --text-field or --html-field"
    return None


def item(row: Mapping[str, object], found: Mapping[str, str]) -> dict[str, object]:
    """What a row of a table has of an item; blank cells tell nothing.

    >>> item({"content": "县政府召开会议。", "link": ""}, {"text": "content", "url": "link"})
    {'text': '县政府召开会议。'}
    """
    return {field: value for field, name in found.items() if (value := bare(row.get(name))) is not None}


def page(
    row: Mapping[str, object], found: Mapping[str, str], where: str, stream: Stream
) -> dict[str, object] | Failure:
    """The item of a row or an object, which `where` names; a Failure where it has no page."""
    made = item(row, found)
    if made.keys() & {"text", "html"}:
        beside = {"path": stream.path} if stream.path is not None else {}
        return {**beside, **made, "name": where}
    empty = found.get("text", found.get("html"))
    return not_read(row, found, where, f"its {empty} is empty: give the text or HTML of a report", stream)


def lost(made: Mapping[str, object]) -> int:
    """How many characters of a page were lost by a decoder that has U+FFFD for each."""
    return sum(str(made.get(key, "")).count("\ufffd") for key in ("text", "html"))


def not_read(row: Mapping[str, object], found: Mapping[str, str], where: str, why: str, stream: Stream) -> Failure:
    """What is told of a row or an object that has no page, with its id and its address."""
    key, url = (understood(field, row.get(found.get(field, ""))) for field in ("id", "url"))
    return Failure(where, f"{where}: {why}", id=key, path=stream.path, url=url)
