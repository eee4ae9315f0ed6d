"""The html output: hostile text stays text; in a browser, values and passages lead to one another."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import meetingx
from meetingx.outputs import Wanted, into_file, named

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HOSTILE = (
    "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">&lt;b&gt;\u2028"
)
REPORTS = [
    f"𠮷{HOSTILE}\n3月5日，饶阳县召开安全生产工作会议，县长陆明主持会议。陆明强调，各乡镇要在3月底前完成排查。",
    "7月8日，武陟县召开大气污染防治调度会，副县长祁雪主持会议。祁雪要求，生态环境分局要加强执法检查。",
    "7月9日，县政府召开防汛工作会议，县长李明主持会议，学习有关文件。",
]
RECORDS = [
    (meeting, trace.source.page)
    for trace in (
        meetingx.explain(text, published="2024-08-01", url="javascript:document.title='owned'") for text in REPORTS
    )
    for meeting in trace.meetings
]


def written(path: Path, records: list[tuple[str, str | None]]) -> Path:
    with into_file(named("html"), path, Wanted()) as writer:
        for record, page in records:
            writer.write(record, page)
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert len(RECORDS) == 3
    path = tmp_path_factory.mktemp("viewer") / "out.html"
    return written(path, [(meeting.model_dump_json(), page) for meeting, page in RECORDS])


def test_the_data_in_the_file_is_that_of_the_records(file: Path) -> None:
    html = file.read_text(encoding="utf-8")
    data = re.findall(r'<script type="application/json" class="meeting">(.*)</script>', html)
    found = [json.loads(one) for one in data]
    assert found == [{"meeting": one.model_dump(mode="json"), "page": page} for one, page in RECORDS]


def test_no_text_of_a_page_can_end_its_place(file: Path) -> None:
    html = file.read_text(encoding="utf-8")
    assert "onerror" in html
    assert "<img" not in html
    assert html.count("</script>") == 4
    assert not re.search(r"(?:src|href)=[\"'](?!\w+\s)", html)  # nothing is loaded


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    with sync_api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def page(browser: Any, file: Path) -> Iterator[Any]:
    made = browser.new_page(locale="zh-CN", viewport={"width": 1280, "height": 800})
    troubles: list[str] = []
    made.on("pageerror", lambda error: troubles.append(str(error)))
    made.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    made.on("request", lambda request: troubles.append(request.url) if not request.url.startswith("file:") else None)
    made.goto(file.as_uri())
    yield made
    assert made.title() == "会议"
    assert troubles == []
    made.close()


def shown(page: Any) -> list[str]:
    return [one.text_content() for one in page.query_selector_all("#list b")]


def counted(page: Any, count: int) -> None:
    """Waits until so many meetings are listed; the page's policy forbids what playwright would wait with."""
    pytest.importorskip("playwright.sync_api").expect(page.locator("#list b")).to_have_count(count)


def opened(page: Any, name: str) -> None:
    page.click(f'#list button:has-text("{name}")')
    page.wait_for_selector(f'#detail h2:has-text("{name}")')


def test_meetings_are_listed_newest_first_and_found(page: Any) -> None:
    names = [meeting.name for meeting, _ in RECORDS]
    assert shown(page) == [names[2], names[1], names[0]]
    page.fill("#search", "执法")
    counted(page, 1)
    assert shown(page) == [names[1]]
    page.fill("#search", "没有这个")
    page.wait_for_selector("#list li.note")
    page.fill("#search", "")
    counted(page, 3)
    page.click("#with-tasks")
    assert shown(page) == [names[1], names[0]]


def test_timeline_places_and_kinds_filter(page: Any) -> None:
    names = [meeting.name for meeting, _ in RECORDS]
    assert [one.get_attribute("title") for one in page.query_selector_all("#timeline button")] == [
        *("2024-03: 1", "2024-04: 0", "2024-05: 0", "2024-06: 0", "2024-07: 2"),
    ]
    page.click('#timeline [data-month="2024-03"]')
    assert shown(page) == [names[0]]
    page.click('#timeline [data-month="2024-03"]')
    page.click('#places button:has-text("武陟县 1")')
    assert shown(page) == [names[1]]
    page.click('#places button:has-text("武陟县")')
    page.select_option("#kind", RECORDS[1][0].kind)
    assert shown(page) == [names[1]]
    page.select_option("#kind", "")
    page.fill("#to", "2024-03-31")
    page.dispatch_event("#to", "change")
    assert shown(page) == [names[0]]


def test_hostile_text_is_shown_as_it_stands(page: Any) -> None:
    opened(page, "安全生产工作会议")
    assert page.evaluate("document.querySelector('#page').textContent") == RECORDS[0][1]
    assert page.query_selector("#detail img") is None
    assert page.query_selector("#detail a") is None  # a javascript: address is no link


def test_values_and_passages_lead_to_one_another(page: Any) -> None:
    meeting, text = RECORDS[0]
    opened(page, "安全生产工作会议")
    assert meeting.chair is not None
    page.click('.value[data-f="chair"]')
    lit = "".join(one.text_content() for one in page.query_selector_all("#page mark.lit"))
    assert lit == text[meeting.chair.span.start : meeting.chair.span.end] == "陆明"
    page.click('.value[data-f="tasks"]')
    lit = "".join(one.text_content() for one in page.query_selector_all("#page mark.lit"))
    assert lit == text[meeting.tasks[0].span.start : meeting.tasks[0].span.end]
    page.click('#page mark:has-text("饶阳县")')
    fields = [one.get_attribute("data-f") for one in page.query_selector_all(".value.lit")]
    assert fields == ["place", "organizer"]  # read in the same passage


def test_tasks_are_a_table_that_leads_to_its_meetings(page: Any) -> None:
    page.click("#show-tasks")
    rows = [[cell.inner_text() for cell in row.query_selector_all("td")] for row in page.query_selector_all("tbody tr")]
    tasks = [task for meeting, _ in RECORDS for task in meeting.tasks]
    assert len(rows) == len(tasks) == 2
    assert rows[0][:4] == ["2024-03-31", "各乡镇", "饶阳县", "各乡镇要在3月底前完成排查"]
    page.click("tbody tr:first-child button")
    assert page.inner_text("#detail h2") == "安全生产工作会议"
    assert page.query_selector('.value.lit[data-f="tasks"]') is not None


def test_a_thousand_records_are_listed_and_found(browser: Any, tmp_path: Path) -> None:
    records: list[tuple[str, str | None]] = []
    for at in range(1000):
        meeting, text = RECORDS[at % 3]
        name = f"{meeting.name}第{at}次"
        records.append((meeting.model_copy(update={"name": name}).model_dump_json(), f"{text}\n{'县情' * 400}"))
    page = browser.new_page()
    page.goto(written(tmp_path / "many.html", records).as_uri())
    assert len(shown(page)) == 1000
    page.fill("#search", "第789次")
    counted(page, 1)
    page.close()


def test_a_record_without_its_page_is_shown_without_it(browser: Any, tmp_path: Path) -> None:
    page = browser.new_page(locale="en-US")
    page.goto(written(tmp_path / "bare.html", [(RECORDS[1][0].model_dump_json(), None)]).as_uri())
    assert page.inner_text("#page") == "The text of the page is not in this file."
    page.goto(written(tmp_path / "none.html", []).as_uri())
    assert page.inner_text("#list") == "No meeting meets the filters."
    page.close()
