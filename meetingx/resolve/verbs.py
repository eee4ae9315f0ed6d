"""What a demand orders: its verb and the verb's object, by grammar first, by segmentation where that stays open."""

from __future__ import annotations

from meetingx import patterns as re
from meetingx.rules import expand

ADVERB = re.compile(
    r"(?:要|必须|务必|须|应当|应该|应|一定|坚决|进一步|切实|严格|认真|积极|全面|持续|深入|扎实|全力|大力|主动|立即"
    r"|尽快|迅速|及时|继续|充分|真正|不断|始终|时刻|也|都|还|均|既|更|着力|努力"
    r"|牢固|高度|共同|自觉|清醒|深刻|重点|从严|从快|统筹|有序|有效|稳步|稳妥|依法|科学|精准|请|需|需要|不得|严禁"
    r"|以[^，]{1,20}?为[^，]{1,8}|一[是要]|[二三四五六七八九]要)"
)
VERB = re.compile(expand(r"(?:<<imperative>>)"))


def action_and_object(chars: str, assignees: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The verb that a demand orders and its object, each as printed, or None.

    >>> action_and_object("吕梁等市要加快推进重点行业治理，强化管控", ("吕梁等市",))
    ('加快推进', '重点行业治理')
    """
    at = 0
    if assignees:
        last = chars.find(assignees[-1])
        at = last + len(assignees[-1]) if last >= 0 else 0
    clause_end = re.compile(r"[，。；：]").search(chars, at)
    end = clause_end.start() if clause_end else len(chars)
    while (adverb := ADVERB.match(chars, at, end)) and adverb.end() < end:
        at = adverb.end()
    verb = VERB.match(chars, at, end)
    if verb is None:
        return _segmented(chars[at:end])
    stop = verb.end()
    following = VERB.match(chars, stop, end)
    if following and len(following[0]) == 2 and len(verb[0]) == 2:
        stop = following.end()
    if stop < end and chars[stop] in "好实紧牢细住强" and len(chars[at:stop]) == 1:
        stop += 1
    return chars[at:stop], chars[stop:end].removeprefix("了") or None


def _segmented(clause: str) -> tuple[str | None, str | None]:
    """The first verb of a clause that no list of ours knows, by segmentation."""
    from meetingx.resolve.words import first_verb  # noqa: PLC0415  jieba loads only where a clause stays open

    return first_verb(clause)
