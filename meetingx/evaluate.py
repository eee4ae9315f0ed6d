"""Figures: how well records agree with gold records, field by field, and what is wrong.

Gold records hold facts: values in simplified characters, and statements by their first and last
characters, so that they need the page's text to be found in. `load_gold`, `load_records` and
`load_texts` read what `evaluate` takes from files.

>>> page = "8月8日，县政府召开防汛工作会议，县长李明主持会议。"
>>> gold = {"id": "a", "is_meeting": True, "date": "XXXX-08-08", "chair": ["李明"]}
>>> said = {"date": "XXXX-08-08", "chair": {"name": "李海"}, "attendees": []}
>>> result = evaluate([gold], {"a": [said]}, {"a": page})
>>> result.normalised.tallies["date"].f1, result.normalised.tallies["chair"].f1
(1.0, 0.0)
>>> [str(one) for one in result.normalised.wrong if one.field == "chair"]
['chair a + 李海', 'chair a - 李明']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any, TypeAlias

import opencc

from meetingx.figures import Figures, Tally, Wrong
from meetingx.gold import Gold, Said, load_gold, load_records, load_texts

__all__ = ["Evaluation", "evaluate", "load_gold", "load_records", "load_texts", "plain"]

Range: TypeAlias = "tuple[int, int] | None"

COUNTED_ROLES = frozenset({"chair", "speaker", "reporter"})
PINYIN = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,7}[)）]")
KEPT = re.compile(r"[0-9A-Za-z\u3400-\u9fff\U00020000-\U0003134f]+")


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def plain(text: str | None) -> str:
    """Simplified characters, letters and digits alone: no pinyin in brackets, no marks, no blanks.

    >>> plain("縣委書記(jì)張濤，出席 會議。")
    '县委书记张涛出席会议'
    """
    return "".join(KEPT.findall(_converter().convert(PINYIN.sub("", text or "")))).lower()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures by both yardsticks; `unread` are gold records whose page text is missing, so that nothing was counted."""

    normalised: Figures
    exact: Figures
    documents: tuple[str, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """When two values agree: `key` is what of a value counts, `overlap` how much of two passages must be common."""

    key: Callable[[str | None], str]
    overlap: float
    lenient: bool

    def alike(self, said: str | None, gold: str | None, least: float) -> bool:
        """Whether what was said is as like gold as is asked for."""
        one, two = self.key(said), self.key(gold)
        return one == two or (self.lenient and _ratio(one, two) >= least)


# Normalised: without script, marks and blanks, near misses count. Exact: to the letter.
NORMALISED = Yardstick(plain, 0.5, lenient=True)
EXACT = Yardstick(lambda text: text or "", 1.0, lenient=False)


def _ratio(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def evaluate(gold: Iterable[Gold], said: Mapping[str, Sequence[Said]], texts: Mapping[str, str]) -> Evaluation:
    """Figures of the records `said`, by id of their document, against gold records and the texts of their pages.

    Of several records of a page the first is held against the gold record, the second against its
    `second`. A gold record without a text is not counted, but told in `unread`.
    """
    documents, unread = [], []
    normalised, exact = Figures(), Figures()
    for one in sorted(gold, key=lambda record: str(record["id"])):
        name = str(one["id"])
        if name not in texts:
            unread.append(name)
            continue
        documents.append(name)
        page = plain(texts[name])
        for figures, yardstick in ((normalised, NORMALISED), (exact, EXACT)):
            _document(figures, yardstick, one, said.get(name, ()), page)
    return Evaluation(normalised, exact, tuple(documents), tuple(unread))


def _document(figures: Figures, yardstick: Yardstick, gold: Gold, records: Sequence[Said], page: str) -> None:
    name = str(gold["id"])
    counts = _Counts(figures, name, yardstick, page)
    counts.one("is_meeting", bool(records) == gold["is_meeting"], bool(records), gold["is_meeting"])
    if not gold["is_meeting"]:
        return
    counts.record(records[0] if records else {}, gold)
    if gold.get("second"):
        _Counts(figures, f"{name}/2", yardstick, page).record(records[1] if len(records) > 1 else {}, gold["second"])


class _Counts:
    """Counts one record against one gold record into `figures`."""

    def __init__(self, figures: Figures, name: str, yardstick: Yardstick, page: str) -> None:
        self.figures, self.name, self.page = figures, name, page
        self.by = yardstick
        self.tallies = figures.by_document.setdefault(name, {})

    def count(self, name: str, tp: int = 0, fp: int = 0, fn: int = 0) -> None:
        if tp or fp or fn:
            self.tallies.setdefault(name, Tally()).add(Tally(tp, fp, fn))

    def wrong(self, name: str, sign: str, what: str) -> None:
        self.figures.wrong.append(Wrong(name, self.name, sign, what))

    def one(self, name: str, right: bool, said: object, gold: object) -> None:
        self.count(name, tp=int(right), fp=int(not right), fn=int(not right))
        if not right:
            self.wrong(name, "≠", f"{said!r} for {gold!r}")

    def sets(self, name: str, said: Iterable[Any], gold: Iterable[Any]) -> None:
        one, two = Counter(said), Counter(gold)
        hits = sum((one & two).values())
        self.count(name, tp=hits, fp=sum(one.values()) - hits, fn=sum(two.values()) - hits)
        for sign, rest in (("+", one - two), ("-", two - one)):
            for item in rest.elements():
                self.wrong(name, sign, item if isinstance(item, str) else " ".join(map(str, item)))

    def record(self, said: Said, gold: Gold) -> None:
        self.meeting(said, gold)
        self.place(said, gold)
        people = self.people(said, gold)
        self.posts(people, gold)
        self.groups(said, gold)
        self.directives(said, gold)
        self.tasks(said, gold)

    def meeting(self, said: Said, gold: Gold) -> None:
        if gold.get("meeting"):
            right = bool(said.get("name")) and any(
                self.by.alike(said.get("name"), other, 0.8) for other in accepted(gold, "meeting")
            )
            self.one("meeting", right, said.get("name"), gold["meeting"])
        self.one("date", said.get("date") in accepted(gold, "date"), said.get("date"), gold.get("date"))
        if gold.get("video") is not None:
            self.one("video", (said.get("mode") == "video") == gold["video"], said.get("mode"), gold["video"])
        if gold.get("organizer"):
            organizer = said.get("organizer")
            right = any(self.by.alike(organizer, other, 0.75) for other in accepted(gold, "organizer"))
            self.one("organizer", right, organizer, gold["organizer"])

    def place(self, said: Said, gold: Gold) -> None:
        place = said.get("place") or {}
        name = place.get("name")
        right = self.by.key(name) in [self.by.key(other) for other in accepted(gold, "place")]
        if gold.get("place"):
            self.one("place", right, name, gold["place"])
            if gold.get("adcode"):
                self.one("adcode", place.get("adcode") == gold["adcode"], place.get("adcode"), gold["adcode"])
        elif name and not right:
            self.count("place", fp=1)
            self.wrong("place", "+", name)

    def people(self, said: Said, gold: Gold) -> dict[str, Said]:
        people = _people(said, self.by.key)
        chairs = {name for name, person in people.items() if "chair" in (person.get("roles") or [])}
        if (said.get("chair") or {}).get("name"):
            chairs.add(self.by.key(said["chair"]["name"]))
        self.sets("chair", sorted(chairs), map(self.by.key, gold.get("chair", ())))
        known = {self.by.key(person["name"]) for person in gold.get("people", ())}
        self.sets("people", sorted(people), sorted(known))
        strangers = {self.by.key(name) for name in [*gold.get("not_present", ()), *gold.get("byline", ())]} - known
        for name in sorted(strangers):
            self.one("bystanders", name not in people, name, "not present")
        return people

    def posts(self, people: Mapping[str, Said], gold: Gold) -> None:
        roles_said: list[tuple[str, str]] = []
        roles_gold: list[tuple[str, str]] = []
        for person in gold.get("people", ()):
            name = self.by.key(person["name"])
            if name not in people:
                continue
            if person.get("title"):
                post = _post(people[name])
                right = any(self.by.alike(post, other, 0.9) for other in accepted(person, "title"))
                self.one("titles", right, post, person["title"])
            roles_said += ((name, role) for role in people[name].get("roles") or () if role in COUNTED_ROLES)
            roles_gold += ((name, role) for role in person["roles"] if role in COUNTED_ROLES)
        self.sets("roles", roles_said, roles_gold)

    def groups(self, said: Said, gold: Gold) -> None:
        entries = [one for one in said.get("attendees") or () if one.get("kind") == "group"]
        texts = sorted(self.by.key(one.get("text") or one.get("name")) for one in entries)
        golds = sorted(map(self.by.key, gold.get("groups", ())))
        if not self.by.lenient:
            self.sets("groups", texts, golds)
            return
        # A list may be divided otherwise than gold has it, so characters are counted, not groups.
        one, two = "".join(texts), "".join(golds)
        hits = sum((Counter(one) & Counter(two)).values())
        self.count("groups", tp=hits, fp=len(one) - hits, fn=len(two) - hits)
        if hits < max(len(one), len(two)) * 0.8:
            self.wrong("groups", "≠", f"{one} for {two}")

    def directives(self, said: Said, gold: Gold) -> None:
        golds = [(one, self.anchored(one)) for one in gold.get("directives", ())]
        found = [(one, self.found(one.get("text"))) for one in said.get("directives") or ()]

        def same(i: int, j: int) -> float:
            (one, here), (two, there) = found[i], golds[j]
            verb, other = self.by.key(one.get("verb")), self.by.key(two["verb"])
            if self.by.key(one.get("speaker")) != self.by.key(two["speaker"]):
                return 0.0
            if verb != other and not (self.by.lenient and (verb in other or other in verb)):
                return 0.0
            return _overlap(here, there, self.by.overlap)

        pairs = _pairs(len(found), len(golds), same)
        optional = {j for j, (one, _) in enumerate(golds) if one.get("optional")}
        extra = [one for i, (one, _) in enumerate(found) if i not in pairs]
        missed = [one for j, (one, _) in enumerate(golds) if j not in optional and j not in pairs.values()]
        hits = sum(j not in optional for j in pairs.values())
        self.count("directives", tp=hits, fp=len(extra), fn=len(missed))
        for one in extra:
            self.wrong("directives", "+", f"{one.get('speaker')} {one.get('verb')} {(one.get('text') or '')[:30]}")
        for one in missed:
            self.wrong("directives", "-", f"{one['speaker']} {one['verb']} {one['first']}…{one['last']}")

    def tasks(self, said: Said, gold: Gold) -> None:
        golds = [(one, self.anchored(one)) for one in gold.get("tasks", ())]
        found = [(one, self.found(one.get("text"))) for one in said.get("tasks") or ()]
        pairs = _pairs(len(found), len(golds), lambda i, j: _overlap(found[i][1], golds[j][1], self.by.overlap))
        optional = [there for one, there in golds if one.get("optional")]
        extra = [
            one
            for i, (one, here) in enumerate(found)
            if i not in pairs and not any(_mostly_inside(here, there) for there in optional)
        ]
        hits = [(found[i][0], golds[j][0]) for i, j in pairs.items() if not golds[j][0].get("optional")]
        missed = [one for j, (one, _) in enumerate(golds) if not one.get("optional") and j not in pairs.values()]
        self.count("tasks", tp=len(hits), fp=len(extra), fn=len(missed))
        for one in extra:
            self.wrong("tasks", "+", (one.get("text") or "")[:40])
        for one in missed:
            self.wrong("tasks", "-", f"{one['first']}…{one['last']}")
        for one, two in hits:
            self.task(one, two)

    def task(self, said: Said, gold: Gold) -> None:
        """What a task that was found says of who and when."""
        if gold.get("assignee"):
            assignees = said.get("assignees") or ()
            words = "".join(assignees) if self.by.lenient else "、".join(assignees)
            self.one("assignees", self.by.alike(words, gold["assignee"], 0.8), words, gold["assignee"])
        deadline = (said.get("deadline") or {}).get("text")
        if gold.get("deadline") or deadline:
            right = bool(deadline and gold.get("deadline")) and self.by.alike(deadline, gold["deadline"], 0.6)
            self.one("deadlines", right, deadline, gold.get("deadline"))

    def anchored(self, gold: Gold) -> Range:
        """Where a passage of the gold record stands in the plain page: from its first to its last characters."""
        first, last = plain(gold["first"]), plain(gold["last"])
        start = self.page.find(first)
        if start < 0:
            return None
        end = self.page.find(last, max(start, start + len(first) - len(last)))
        return None if end < 0 else (start, end + len(last))

    def found(self, text: str | None) -> Range:
        """Where a text that was said stands in the plain page; about where, if it was joined from pieces."""
        words = plain(text)
        if not words:
            return None
        start = self.page.find(words)
        if start >= 0:
            return start, start + len(words)
        longest = SequenceMatcher(None, self.page, words, autojunk=False).find_longest_match()
        if longest.size < max(4, len(words) // 3):
            return None
        start = max(0, longest.a - longest.b)
        return start, min(len(self.page), start + len(words))


def accepted(gold: Gold, name: str) -> list[Any]:
    """The right answers: what the gold record says, and what it accepts as well."""
    return [gold.get(name), *gold.get(f"{name}_accept", ())]


def _people(said: Said, key: Callable[[str | None], str]) -> dict[str, Said]:
    people: dict[str, Said] = {}
    for one in said.get("attendees") or ():
        if one.get("kind", "person") == "person" and one.get("name"):
            people.setdefault(key(one["name"]), one)
    chair = said.get("chair")
    if chair and chair.get("name"):
        people.setdefault(key(chair["name"]), {**chair, "roles": ["chair"]})
    return people


def _post(person: Said) -> str:
    """Organisation and title as one string, in whichever of the two they stand."""
    organization, title = person.get("organization") or "", person.get("title") or ""
    return title if organization and title.startswith(organization) else organization + title


def _overlap(one: Range, two: Range, least: float) -> float:
    """The share of two passages that is common to both, 0 where it is below `least`."""
    if not one or not two:
        return 0.0
    common = max(0, min(one[1], two[1]) - max(one[0], two[0]))
    share = common / (max(one[1], two[1]) - min(one[0], two[0]))
    return share if share >= least else 0.0


def _mostly_inside(one: Range, two: Range) -> bool:
    return bool(one and two) and min(one[1], two[1]) - max(one[0], two[0]) > 0.5 * (one[1] - one[0])  # type: ignore[index]


def _pairs(said: int, gold: int, score: Callable[[int, int], float]) -> dict[int, int]:
    """The best pairs of said and gold things, each used once."""
    ranked = sorted(((score(i, j), i, j) for i in range(said) for j in range(gold)), reverse=True)
    pairs: dict[int, int] = {}
    for value, i, j in ranked:
        if value > 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs
