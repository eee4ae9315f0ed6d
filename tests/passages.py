"""Passages of our own making, one construction each: what a record must say of them, and where it differs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from meetingx import extract
from meetingx.evaluate import plain

FOLDER = Path(__file__).parent / "cases" / "passages"
# A passage that does not itself say that a meeting was held stands behind this.
LEAD = "3月5日，某区召开重点工作推进会议。会议由区长主持。\n"
SCORED = {"chair", "speaker", "reporter"}
HEAD = re.compile(r"^(?:[一二三四五六七八九十]+[是要]?|第[一二三四五]|其[一二三]|\d)")

Passage = dict[str, Any]


def passages() -> Iterator[Passage]:
    """All passages, in the order of files and lines."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def known() -> frozenset[str]:
    """The passages that are not read rightly yet."""
    return frozenset((FOLDER / "known.txt").read_text(encoding="utf-8").split())


def words(text: str | None) -> str:
    """A text without marks, in simplified characters."""
    return re.sub(r"[^\u3400-\u9fffA-Za-z0-9·]", "", plain(text or "")).replace("·", "")


def differences(passage: Passage) -> list[str]:
    """What the record of a passage says otherwise than its facts."""
    found = extract(passage["text"])
    if not passage.get("is_meeting", True):
        return ["a meeting"] if found else []
    whole = bool(found)
    found = found or extract(LEAD + passage["text"])
    if not found:
        return ["no meeting"]
    record = found[0].model_dump(mode="json")
    wrong = [*_people(passage, record, whole), *_directives(passage, record), *_tasks(passage, record)]
    if "groups" in passage:
        told = sorted(words(one["text"]) for one in record["attendees"] if one["kind"] == "group")
        if "".join(told) != "".join(sorted(map(words, passage["groups"]))):
            wrong.append(f"groups {told}")
    for field, key in (("meeting", "name"), ("date", "date"), ("organizer", "organizer")):
        if field in passage and whole and words(record[key]) != words(passage[field]):
            wrong.append(f"{field} {record[key]}")
    return wrong


def _people(passage: Passage, record: dict[str, Any], whole: bool) -> Iterator[str]:
    if "people" not in passage:
        return
    read = {words(one["name"]): one for one in record["attendees"] if one["kind"] == "person"}
    for name, title, roles in passage["people"]:
        one = read.pop(words(name), None)
        if one is None:
            yield f"nobody named {name}"
            continue
        if words((one["organization"] or "") + (one["title"] or "")) != words(title):
            yield f"{name} is {one['organization']} {one['title']}"
        if SCORED.intersection(one["roles"]) != SCORED.intersection(roles):
            yield f"{name} was {one['roles']}"
    yield from (f"somebody named {name}" for name in read)


def _directives(passage: Passage, record: dict[str, Any]) -> Iterator[str]:
    if "directives" not in passage:
        return
    read = [(one["speaker"], one["verb"], words(one["text"])) for one in record["directives"]]
    for place, (speaker, verb, first, last) in enumerate(passage["directives"]):
        hit = next(
            (
                one
                for one in read
                if one[0] == speaker
                and (one[1] in verb or verb in one[1])
                and one[2].startswith(words(first)[:4])
                and one[2].endswith(words(last)[-4:])
            ),
            None,
        )
        if hit:
            read.remove(hit)
        elif place not in passage.get("optional_directives", ()):
            yield f"no statement of {speaker}: {first}"
    yield from (f"a statement of {one[0]}: {one[2][:8]}" for one in read)


def _tasks(passage: Passage, record: dict[str, Any]) -> Iterator[str]:
    if "tasks" not in passage:
        return
    read = [(words(one["text"]), words("".join(one["assignees"]))) for one in record["tasks"]]
    for place, (first, last, assignee) in enumerate(passage["tasks"]):
        begins = HEAD.sub("", words(first))[:3]
        hit = next((one for one in read if one[0].endswith(words(last)[-4:]) and begins in one[0][:12]), None)
        if hit:
            read.remove(hit)
            if hit[1] != words(assignee):
                yield f"{first} is told to {hit[1]}"
        elif place not in passage.get("optional", ()):
            yield f"no demand {first}"
    yield from (f"a demand {one[0][:8]}" for one in read)
