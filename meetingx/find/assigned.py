"""The bodies that a cell of a table of tasks names: those that have to do the task, then those that help."""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.find.deadlines import deadline
from meetingx.find.subjects import HEADS, split_list

# A cell with nothing but strokes names nobody.
NOBODY = re.compile(r"[—–\-－_/／、.…\s]*(?:无|暂无)?[—–\-－_/／、.…\s]*")
# What tells the part of a body, before it or behind: 牵头单位：县城管局；配合：县交通局, 县住建局（牵头）.
DOES = r"(?:牵头|责任|主责|主办|承办|主管|落实|实施|负责|整改)"
HELPS = r"(?:配合|协办|协同|协助|协作|参与|参加)"
OFFICE = r"(?:责任)?(?:单位|部门|科室|人|主体)?"
LABEL = re.compile(rf"(?:{DOES}|(?P<helps>{HELPS})){OFFICE}[：:]|(?P<person>[\u3400-\u9fff]{{2}}领导[：:])")
PART = re.compile(
    rf"(?:（(?:{DOES}|{HELPS}){OFFICE}）|(?:牵头|主办|承办|配合|协办|协助|参与)?(?:牵头|负责|落实|实施|配合|协办|协助|参与))$"
)
# 县水利局（县住建局配合）: bodies that help, behind the one that they help.
ASIDE = re.compile(
    rf"（(?:(?!{DOES}|{HELPS})(?P<who>[^（）：:]{{2,}}?)(?:负责)?{HELPS}|{HELPS}{OFFICE}[：:](?P<listed>[^（）：:]{{2,}}))）"
)
# How many of the tasks a body has: 县发改局1个.
COUNT = re.compile(r"(?<=[\u3400-\u9fff）])(?:\d+[个项件]|（\d+[个项件]）)$")
BREAKS = re.compile(r"[；;/／|\n。①-⑳]|（\d{1,2}）|(?<![\d第号])\d{1,2}[.、．）]")
NAMES = re.compile("[\u3400-\u9fffA-Za-z]")
# A blank before these begins another body in any case: the one before it may be a place, or a person.
BEGINS = re.compile("[各市县区省镇乡]")
# A day where a body is to stand: its cell is lacking, or goes over rows that the page's table does not tell.
PERIOD = (
    r"(?:(?:20\d\d|[今明本全当每])年(?:度|[底末初内])?|年[底末内]|[上下]半年|第?[一二三四1-4]季度|本?月"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份)?|\d{1,2}[日号]|[上中下]旬|[底末初])"
)
DAY = re.compile(
    rf"(?:到|于|在|截至|截止)?(?:{PERIOD}|(?<!\d)\d+(?!\d)|[.—–~～至到-])*{PERIOD}(?:之前|以前|前|内)?(?:完成)?"
    r"|长期(?:坚持)?|常年|全年|立即|即日起?"
)
LONGEST_NAME = 20
"""Characters of a name to which a piece behind a blank may belong, and of a day."""


def assigned(cell: str) -> tuple[str, ...]:
    """The bodies of a cell, parts of a list apart, each once, without the words that tell their part.

    >>> assigned("配合单位：县交通局；牵头单位：县城管局"), assigned("县水利局牵头，县住建局、各乡镇配合")
    (('县城管局', '县交通局'), ('县水利局', '县住建局', '各乡镇'))
    >>> assigned("县水利局（县住建局配合）、县农业局"), assigned("县发改局1个、县财政局2个")
    (('县水利局', '县农业局', '县住建局'), ('县发改局', '县财政局'))
    >>> assigned("县财政局 县教育局/县医保局"), assigned("县生态 环境局"), assigned("—")
    (('县财政局', '县教育局', '县医保局'), ('县生态环境局',), ())
    """
    if NOBODY.fullmatch(cell):
        return ()
    aside = ((True, one["who"] or one["listed"]) for one in ASIDE.finditer(cell))
    parts = sorted((*_labelled(ASIDE.sub("", cell)), *aside), key=lambda one: one[0])
    return tuple(dict.fromkeys(body for _, part in parts for body in _bodies(part)))


def _labelled(cell: str) -> Iterator[tuple[bool, str]]:
    """The parts of a cell behind its labels, each with whether the label says that it helps; persons left out."""
    labels = list(LABEL.finditer(cell))
    if not labels or labels[0].start():
        yield False, cell[: labels[0].start()] if labels else cell
    ends = [*(one.start() for one in labels[1:]), len(cell)]
    for label, end in zip(labels, ends, strict=False):
        if not label["person"]:
            yield label["helps"] is not None, cell[label.end() : end]


def _bodies(part: str) -> Iterator[str]:
    for listed in split_list(BREAKS.sub("，", part)):
        for word in _words(listed):
            body = COUNT.sub("", PART.sub("", word.removeprefix("由")))
            if NAMES.search(body) and not _is_day(body):
                yield body


def _is_day(words: str) -> bool:
    """Whether words are wholly a deadline."""
    if len(words) > LONGEST_NAME:
        return False
    found = deadline(words)
    return DAY.fullmatch(words) is not None or (found is not None and found[:2] == (0, len(words)))


def _words(listed: str) -> list[str]:
    """What blanks part; a blank inside the name of a body, or beside a single character, parts nothing."""
    words: list[str] = []
    for piece in listed.split():
        before = words[-1] if words else ""
        broken = len(piece) == 1 or len(before) == 1 or (not BEGINS.match(piece) and _is_body(before + piece))
        if before and len(before) < LONGEST_NAME and broken and not _is_body(before):
            words[-1] += piece
        else:
            words.append(piece)
    return words


def _is_body(words: str) -> bool:
    """Whether words end as the name of a body does."""
    return any(head.end() == len(words) for head in HEADS.finditer(words))
