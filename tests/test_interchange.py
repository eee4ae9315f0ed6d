"""Each interchange format meets its schema, holds the values of the records, and makes none up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import meetingx
from meetingx.outputs import Wanted, into_file, named
from meetingx.outputs.interchange import marks
from meetingx.source import MeetingxError

HERE = Path(__file__).parent
REPORT = (
    "饶阳县召开安全生产工作会议\n3月5日至6日，饶阳县在政府礼堂召开安全生产工作会议，县长陆明主持会议，县应急管理局局长祁雪汇报"
    "工作，各乡镇主要负责同志参加会议。陆明强调，各乡镇要在2024年11月底前完成排查；要加强执法检查。\n（记者 柳青）"
)
TOLD = {"published": "2024-03-07", "url": "http://www.example.org/a?b=1&c=2", "path": "a.txt"}
LITTLE = "县政府召开会议。8月8日，县政府召开防汛工作会议。会议强调，要加强巡查。"
TWO = (
    "8月8日，县政府召开防汛工作会议，县长李明主持会议。李明强调，要加强巡查。\n"
    "8月9日，县委召开常委会会议，县委书记张涛主持会议。张涛强调，要抓好落实。"
)
FORMATS = ("ocd", "schemaorg", "popolo", "webannotation", "labelstudio")


def read(text: str, **told: str) -> list[tuple[str, str]]:
    return [(one.model_dump_json(), text) for one in meetingx.explain(text.encode(), **told).meetings]


PAGES = [path.read_text(encoding="utf-8") for path in sorted((HERE.parent / "seeds").glob("*.txt"))]
GIVEN = [*read(REPORT, **TOLD), *read(LITTLE), *(one for page in PAGES for one in read(page))]
VALUES: list[dict[str, Any]] = [json.loads(record) for record, _ in GIVEN]
FULL, SCANT = VALUES[:2]


def made(tmp_path: Path, format: str, given: list[tuple[str, str]] = GIVEN, *, pages: bool = True) -> Any:
    path = tmp_path / "out"
    with into_file(named(format), path, Wanted()) as writer:
        for record, page in given:
            writer.write(record, page if pages else None)
    text = path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()] if format == "ocd" else json.loads(text)


def check(format: str, document: Any) -> None:
    schema = json.loads((HERE / "schemas" / f"{format}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for one in document if format == "ocd" else [document]:
        validator.validate(one)


def within(value: Any) -> Iterator[Any]:
    yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from within(one)


def test_the_reports_tell_much_and_little() -> None:
    assert FULL["date"] == "2024-03-05/2024-03-06"
    assert FULL["place"]["venue"]
    assert [one["kind"] for one in FULL["attendees"]] == ["person", "person", "group"]
    assert SCANT["date"] == "XXXX-08-08"
    assert SCANT["place"] is SCANT["chair"] is None


@pytest.mark.parametrize("format", FORMATS)
def test_each_meets_its_schema(tmp_path: Path, format: str) -> None:
    check(format, made(tmp_path, format))
    check(format, made(tmp_path, format, []))
    if format != "labelstudio":
        check(format, made(tmp_path, format, pages=False))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_records_give_the_same_bytes(tmp_path: Path, format: str) -> None:
    made(tmp_path, format)
    first = (tmp_path / "out").read_bytes()
    made(tmp_path, format)
    assert (tmp_path / "out").read_bytes() == first


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_not_told_is_left_out(tmp_path: Path, format: str) -> None:
    document = made(tmp_path, format)
    for one in document if format == "ocd" else ():
        del one["extras"]
    empty = [one for one in within(document) if one is None or one == ""]
    assert empty == []


def test_ocd_has_the_values_of_the_record(tmp_path: Path) -> None:
    event, scant = made(tmp_path, "ocd")[:2]
    assert event["_id"].startswith("ocd-event/")
    assert {key: event[key] for key in ("pupa_id", "name", "description", "classification", "start_date")} == {
        "pupa_id": FULL["id"],
        "name": "安全生产工作会议",
        "description": "饶阳县召开安全生产工作会议",
        "classification": "工作会",
        "start_date": "2024-03-05",
    }
    assert (event["end_date"], event["location"]) == ("2024-03-06", {"name": "河北省衡水市饶阳县", "note": "政府礼堂"})
    assert event["sources"] == [{"url": TOLD["url"], "note": "a.txt"}]
    assert [(one["name"], one["entity_type"], one["note"]) for one in event["participants"]] == [
        ("陆明", "person", "chair, speaker"),
        ("祁雪", "person", "reporter"),
        ("各乡镇", "organization", "attendee"),
        ("饶阳县", "organization", "organizer"),
    ]
    assert event["extras"] == {"meetingx": FULL}
    assert scant.keys().isdisjoint({"start_date", "end_date", "location", "description"})
    assert scant["sources"] == [{"note": SCANT["source"]["sha256"]}]


def test_schema_org_has_the_values_of_the_record(tmp_path: Path) -> None:
    event, scant = made(tmp_path, "schemaorg")["@graph"][:2]
    assert (event["identifier"], event["name"]) == (FULL["id"], "安全生产工作会议")
    assert (event["startDate"], event["endDate"]) == ("2024-03-05", "2024-03-06")
    assert event["location"]["name"] == "政府礼堂"
    area = event["location"]["containedInPlace"]
    assert (area["name"], area["identifier"]["value"]) == ("河北省衡水市饶阳县", "131124")
    assert [one["name"] for one in event["attendee"]] == ["陆明", "祁雪", "各乡镇"]
    chair, reporter = event["performer"]
    assert (chair["roleName"], chair["performer"]["name"], chair["performer"]["jobTitle"]) == ("chair", "陆明", "县长")
    assert (reporter["name"], reporter["affiliation"]["name"]) == ("祁雪", "县应急管理局")
    report = event["subjectOf"]
    assert (report["@id"], report["datePublished"]) == (TOLD["url"], "2024-03-07")
    assert [one["name"] for one in report["author"]] == ["柳青"]
    assert scant.keys().isdisjoint({"startDate", "endDate", "location", "attendee", "performer"})
    assert scant["subjectOf"]["@id"].startswith("ni:///sha-256;")


def test_popolo_has_the_values_of_the_record_and_its_ids_lead_somewhere(tmp_path: Path) -> None:
    document = made(tmp_path, "popolo")
    known = {name: {one["id"]: one for one in found} for name, found in document.items()}
    assert all(len(known[name]) == len(found) for name, found in document.items())
    people = [one for value in VALUES for one in value["attendees"] if one["kind"] == "person"]
    assert [(one["name"], one["summary"]) for one in document["persons"]] == [(o["name"], o["text"]) for o in people]
    memberships = [
        (
            known["persons"][one["person_id"]]["name"],
            known["organizations"][one["organization_id"]]["name"],
            one.get("role"),
        )
        for one in document["memberships"]
    ]
    wanted = [(one["name"], one["organization"], one["title"]) for one in people if one["organization"]]
    assert memberships == wanted
    assert ("祁雪", "县应急管理局", "局长") in wanted
    assert len(wanted) < len(people)  # the county head's office is told, its body is not
    assert [one["id"] for one in document["events"]] == [value["id"] for value in VALUES]
    for event in document["events"]:
        assert event.get("organization_id", None) is None or event["organization_id"] in known["organizations"]
        assert all(one["id"] in known["persons"] for one in event.get("attendees", ()))


def test_annotations_point_at_the_page(tmp_path: Path) -> None:
    found = made(tmp_path, "webannotation")
    wanted = [(mark, page) for value, (_, page) in zip(VALUES, GIVEN, strict=True) for mark in marks(value)]
    assert len(found) == len(wanted) == len({one["id"] for one in found})
    for one, (mark, page) in zip(found, wanted, strict=True):
        position, quote = one["target"]["selector"]
        assert [body["value"] for body in one["body"]] == [mark.field, mark.value]
        assert quote["exact"] == page[position["start"] : position["end"]]
        around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
        assert page.index(around) == position["start"] - len(quote.get("prefix", ""))
    assert found[0]["target"]["source"] == {"id": TOLD["url"], "type": "Text", "label": "a.txt"}
    chairs = [one for one in found if one["body"][0]["value"] == "chair"]
    assert [one["body"][1]["value"] for one in chairs] == [value["chair"]["name"] for value in VALUES if value["chair"]]


def test_without_the_page_an_annotation_has_its_position_alone(tmp_path: Path) -> None:
    for one in made(tmp_path, "webannotation", pages=False):
        assert [selector["type"] for selector in one["target"]["selector"]] == ["TextPositionSelector"]


def test_every_value_that_tells_its_passage_is_marked() -> None:
    counted = [mark.field for mark in marks(FULL)]
    lists = {"attendee": "attendees", "directive": "directives", "task": "tasks"}
    assert {field: counted.count(field) for field in lists} == {f: len(FULL[many]) for f, many in lists.items()}
    assert {*counted} - {*lists} == {"chair", *FULL["evidence"]}


def test_label_studio_has_a_task_for_a_page_and_a_region_for_a_value(tmp_path: Path) -> None:
    given = [*read(TWO, id="1"), *read(TWO, id="1"), *GIVEN]
    document = made(tmp_path, "labelstudio", given)
    assert [one["data"]["text"] for one in document] == [TWO, TWO, REPORT, LITTLE, *PAGES]
    assert document[2]["data"] == {"text": REPORT, "url": TOLD["url"], "path": "a.txt"}
    for task in document:
        regions = task["predictions"][0]["result"]
        assert len({one["id"] for one in regions}) == len(regions)
        for one in regions:
            value = one["value"]
            assert value["text"] == task["data"]["text"][value["start"] : value["end"]]
    meetings = [one["meta"]["text"] for one in document[0]["predictions"][0]["result"] if "chair" in one["id"]]
    assert meetings == [["李明"], ["张涛"]]


def test_label_studio_needs_the_page(tmp_path: Path) -> None:
    with pytest.raises(MeetingxError, match=r"a\.txt: labelstudio needs the text of the page: use meetingx extract"):
        made(tmp_path, "labelstudio", pages=False)
    assert list(tmp_path.iterdir()) == []


def test_the_labels_are_those_of_the_configuration_that_the_readme_shows() -> None:
    readme = (HERE.parent / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r'<Label value="(\w+)"/>', readme))
    assert {mark.field for value in VALUES for mark in marks(value)} <= shown
    assert '<Labels name="label" toName="text">' in readme
    assert '<Text name="text" value="$text"/>' in readme


def test_a_suffix_of_linked_data_is_known(tmp_path: Path) -> None:
    from meetingx.outputs import format_of

    assert format_of(tmp_path / "out.jsonld").name == "schemaorg"
