"""Lines set one below another without marks, as pages made for telephones do: put together into sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from meetingx import patterns as re
from meetingx.source import Edit, Text

LINE = re.compile(r"[^\n]+")
DAY = re.compile(r"(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?)?")
# A line of a stack: a few words, no mark that ends a clause, no cell of a table.
PART = re.compile(r"(?![^\n]*[。！？；：:|｜>])[\u3400-\u9fff“”（）《》、·\d]{2,32}")
HELD = re.compile(r"召开|举行")
BEGINS_WITH_VERB = re.compile(
    r"(?:出席|列席|参加|参会|与会|主持|讲话|宣读|传达|通报|汇报|介绍|解读|部署|安排|总结|发言|指出|强调|要求|并|作|做|进行|发表|召开|举行|学习|贯彻|审议|听取)"
)
ENDS_WITH_VERB = re.compile(
    r"(?:召开|举行|组织|传达|学习|贯彻|落实|部署|印发|听取|审议|通报|总结|对|就|将|关于|的|和|及|与)$"
)
# The name of a meeting goes on until its last word.
NAMED = re.compile(r"(?:会|会议|培训|学习|活动|仪式)[）”]?$")
FEWEST = 4
"""Lines in a row that make a stack."""


def edits(text: Text) -> Iterator[Edit]:
    r"""What parts the lines of a stack that begins with a day and a meeting held, as the mark that it stands for.

    >>> old = Text.read("6月14日上午\n县政府召开\n防汛工作会议\n\n县长李明\n主持会议\n副县长王芳\n参加会议")
    >>> old.edit(edits(old)).chars
    '6月14日上午，县政府召开防汛工作会议。县长李明主持会议。副县长王芳参加会议'
    """
    for stack in _stacks(text.chars):
        sentence: list[str] = []
        for (start, end), (low, _) in pairwise(stack):
            sentence.append(text.chars[start:end].strip())
            mark = _mark(sentence, text.chars[low : low + 2])
            if mark == "。":
                sentence = []
            yield Edit(end, low, mark)


def _stacks(chars: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that begin with a day, the first of which tell that a meeting was held."""
    stack: list[tuple[int, int]] = []
    for match in [*LINE.finditer(chars), None]:
        line = match[0].strip() if match else ""
        if match and DAY.fullmatch(line):
            yield from _whole(chars, stack)
            stack = [match.span()]
        elif match and stack and PART.fullmatch(line):
            stack.append(match.span())
        else:
            yield from _whole(chars, stack)
            stack = []


def _whole(chars: str, stack: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    if len(stack) >= FEWEST and any(HELD.search(chars, *one) for one in stack[1:3]):
        yield stack


def _mark(sentence: list[str], after: str) -> str:
    """What stands between the lines that a sentence has so far and the next line, of which `after` is the beginning."""
    line, joined = sentence[-1], "".join(sentence)
    if DAY.fullmatch(line):
        return "，"
    held = next((at for at, one in enumerate(sentence) if HELD.search(one)), None)
    unnamed = held is not None and not any(NAMED.search(one) for one in sentence[held:])
    if unnamed or joined.count("《") > joined.count("》") or ENDS_WITH_VERB.search(line):
        return ""
    told = held is not None or any(BEGINS_WITH_VERB.match(one) for one in sentence)
    if BEGINS_WITH_VERB.match(after):
        return "，" if told else ""
    return "。" if told else "、"
