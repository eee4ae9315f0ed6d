"""What an evaluation needs, from files: gold records, the records to be measured, the texts of their pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from meetingx.source import MeetingxError

Gold: TypeAlias = Mapping[str, Any]
Said: TypeAlias = Mapping[str, Any]


def load_gold(path: Path) -> list[Gold]:
    """The gold records of a folder, one JSON file each, or of one file of JSON Lines."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise MeetingxError(f"{path}: has no gold records: give a folder of *.json files, or a file of JSON Lines")
    records: list[Gold] = []
    for file in files:
        found = _json(_text(file), file) if file.suffix == ".json" else _json_lines(file)
        for record in [found] if isinstance(found, dict) else found:
            if not isinstance(record, dict) or not {"id", "is_meeting"} <= record.keys():
                raise MeetingxError(f"{file}: is no gold record: each needs an id and is_meeting")
            records.append(record)
    return records


def load_records(path: Path) -> dict[str, list[Said]]:
    """The records of a file of JSON Lines, by their source's id, or else the stem of its path."""
    records: dict[str, list[Said]] = {}
    for record in _json_lines(path):
        source = record.get("source") if isinstance(record, dict) else None
        if not isinstance(source, dict):
            raise MeetingxError(f"{path}: is no file of records: make it with meetingx extract --format jsonl")
        records.setdefault(source.get("id") or Path(source.get("path") or "").stem, []).append(record)
    return records


def load_texts(gold: Iterable[Gold], said: Mapping[str, Sequence[Said]], folders: Iterable[Path]) -> dict[str, str]:
    """The page text of each gold record: ID.txt of the first folder that has one, else where its record was read."""
    texts = {}
    places = list(folders)
    for one in gold:
        name = str(one["id"])
        told = [Path(path) for record in said.get(name, ()) if (path := (record.get("source") or {}).get("path"))]
        for file in [*(folder / f"{name}.txt" for folder in places), *told]:
            if file.is_file():
                texts[name] = file.read_text(encoding="utf-8", errors="replace")
                break
    return texts


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise MeetingxError(f"{path}: cannot be read ({error.strerror}): give a file that is there") from None
    except UnicodeDecodeError:
        raise MeetingxError(f"{path}: is not in UTF-8: convert it first") from None


def _json(text: str, path: Path) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise MeetingxError(f"{path}: is no JSON ({error}): give records as meetingx extract writes them") from None


def _json_lines(path: Path) -> list[Any]:
    return [_json(line, path) for line in _text(path).splitlines() if line.strip()]
