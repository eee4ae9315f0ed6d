"""Many pages: read lazily and in order, over processes; a page that cannot be read becomes a `Failure`.

One path serves any number of workers: each page becomes JSON lines where it is read, so that what comes
out is the same whoever read it, and little has to be sent between processes.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from itertools import chain, islice
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from meetingx.given import bare, given
from meetingx.items import Failure, Item
from meetingx.limit import TookTooLong, at_most, or_end_the_process
from meetingx.pipeline import Trace, explain
from meetingx.plain import line
from meetingx.source import MeetingxError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from meetingx.records import Meeting

CHUNK = 8
"""Pages sent to a process at a time: enough to hide the sending, few enough to answer soon."""

BESIDE = ("id", "url", "published", "title", "path", "encoding", "charset", "lost")
"""What of an item is said of its page."""

SMALL = 32
"""Pages read before other processes are begun, where nothing was said of them."""


class Reading(NamedTuple):
    """How pages are read: for at most `timeout` seconds each, and whether text and times are handed on."""

    timeout: float | None = None
    pages: bool = False
    times: bool = False


class Outcome(NamedTuple):
    """What one page gave: its meetings as JSON, one line each, or why it was not read.

    `page` is its text and `seconds` how long each step took, if they were asked for; `found` counts its meetings,
    those too that were left out since.
    """

    name: str
    records: tuple[str, ...] = ()
    failure: Failure | None = None
    page: str | None = None
    found: int = 0
    seconds: Mapping[str, float] = {}


def extract_many(
    items: Iterable[Item | Failure], *, workers: int = 1, timeout: float | None = None
) -> Iterator[Meeting | Failure]:
    """The meetings of many pages, lazily, in the order of the pages, the same for any number of workers.

    There are no more workers than the machine has processors (or two), which would not be quicker.

    A page that cannot be read, or takes more than `timeout` seconds, gives a `Failure` in its place, and so does
    a `Failure` among the items. With more than one worker, a script needs the guard `if __name__ == "__main__":`.

    >>> pages = [{"text": "8月8日，县政府召开防汛工作会议，县长李明主持会议。"}, {"id": "7", "text": ""}]
    >>> for one in extract_many(pages):
    ...     print(one.message if isinstance(one, Failure) else one.name)
    防汛工作会议
    7: is empty: give the text or HTML of a report
    """
    return _flat(outcomes(items, workers=workers, reading=Reading(timeout)))


def _flat(found: Iterator[Outcome]) -> Iterator[Meeting | Failure]:
    from meetingx.records import Meeting  # noqa: PLC0415  pydantic loads only where models are asked for

    for one in found:
        if one.failure is not None:
            yield one.failure
        else:
            yield from map(Meeting.model_validate_json, one.records)


PLAIN = Reading()


def outcomes(
    items: Iterable[Item | Failure], *, workers: int | None = 1, reading: Reading = PLAIN
) -> Generator[Outcome]:
    """What each page gave, lazily, in the order of the pages; to close it ends the processes that read them.

    Without a number of workers, there are as many as processors, if the pages are many.
    """
    if workers is None:
        return _over_processes_if_many(iter(items), reading)
    if workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    if workers == 1:
        return (outcome(item, reading) for item in items)
    return _over_processes(iter(items), workers, reading)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _over_processes_if_many(items: Iterator[Item | Failure], reading: Reading) -> Generator[Outcome]:
    """Outcomes in order, of the first pages by this process: for a few, no others are begun."""
    yield from (outcome(item, reading) for item in islice(items, SMALL))
    yield from outcomes(items, workers=processors(), reading=reading)


def outcome(item: Item | Failure, reading: Reading = PLAIN) -> Outcome:
    """What one page gave."""
    if isinstance(item, Failure):
        return Outcome(item.name, failure=item)
    if not isinstance(item, Mapping):
        why = f"input: is no mapping but {type(item).__name__}: give {{'text': …}}"
        return Outcome("input", failure=Failure("input", why))
    name = name_of(item)
    try:
        with at_most(reading.timeout):
            trace = read_item(item)
    except TookTooLong:
        return Outcome(name, failure=_too_long(item, name, reading))
    except _FaultError as error:
        return Outcome(name, failure=_failure(item, name, str(error), "extract"))
    except MeetingxError as error:
        return Outcome(name, failure=_failure(item, name, str(error)))
    began = perf_counter()
    records = tuple(map(line, trace.records))
    seconds = {**trace.seconds, "JSON": perf_counter() - began} if reading.times else {}
    page = trace.source.page if reading.pages and records else None
    return Outcome(name, records, page=page, found=len(records), seconds=seconds)


class _FaultError(MeetingxError):
    """A fault of this program."""


def read_item(item: Item) -> Trace:
    """All that was known at each step of reading one page.

    Raises MeetingxError for what cannot be read, and for a fault of this program, so that the others go on.
    """
    name = name_of(item)
    try:
        told: dict[str, Any] = {key: item[key] for key in BESIDE if key in item}
        key, page = _page(item, name)
        return explain(page, name=name, html=key == "html", **told)
    except MeetingxError:
        raise
    except Exception as error:
        fault = f"{type(error).__name__}: {error}".splitlines()[0]
        raise _FaultError(
            f"{name}: was not read because of a fault in meetingx ({fault}): report it together with the page"
        ) from error


def name_of(item: Item | Failure) -> str:
    """What messages call a page."""
    if isinstance(item, Failure):
        return item.name
    return next((told for key in ("name", "path", "id", "url") if (told := _told(item, key))), "input")


def _told(item: Item, key: str) -> str | None:
    """What messages say of a page under `key`, whatever its type."""
    try:
        return given(key, item.get(key))
    except ValueError:
        return str(item[key])


def _failure(item: Item, name: str, message: str, stage: str = "read") -> Failure:
    known = {key: _told(item, key) for key in ("id", "path", "url")}
    return Failure(name, message, stage=stage, **known)


def _too_long(item: Item, name: str, reading: Reading) -> Failure:
    message = f"{name}: was not read within {reading.timeout:g} seconds: allow more with --timeout, or report the page"
    return _failure(item, name, message, "timeout")


def _page(item: Item, name: str) -> tuple[str, str | bytes]:
    """Which of text and HTML an item has, and that."""
    for key in ("text", "html"):
        value = item.get(key)
        page = value if isinstance(value, str | bytes) else bare(value)
        if page is None:
            continue
        if not isinstance(page, str | bytes):
            raise MeetingxError(f"{name}: its {key} is no string: give the text or HTML of a report")
        return key, page
    raise MeetingxError(f"{name}: has neither text nor html: give one of them")


def _over_processes(items: Iterator[Item | Failure], workers: int, reading: Reading) -> Generator[Outcome]:
    """Outcomes in order, with no more pages under way than keep the workers busy."""
    chunks = _Chunks(items)
    first = next(chunks, [])
    if len(first) < CHUNK:
        yield from (outcome(item, reading) for item in first)
    else:
        readers = _Readers(min(workers, max(2, processors())), reading)
        try:
            yield from _in_order(chain([first], chunks), readers)
        except BaseException:  # interrupted, or no more is wanted: what is under way would be waited for
            readers.end()
            raise
        finally:
            readers.close()
    if chunks.error is not None:
        raise chunks.error


def _in_order(chunks: Iterator[list[Item | Failure]], readers: _Readers) -> Iterator[Outcome]:
    under_way: deque[tuple[list[Item | Failure], Future[list[Outcome]]]] = deque()
    for chunk in chunks:
        under_way.append((chunk, readers.submit(chunk)))
        if len(under_way) > 2 * readers.workers:
            yield from readers.results(*under_way.popleft())
    while under_way:
        yield from readers.results(*under_way.popleft())


class _Chunks:
    """Items, some at a time; they end where taking one fails, and `error` is to be raised behind what they give."""

    def __init__(self, items: Iterator[Item | Failure]) -> None:
        self._items = items
        self.error: Exception | None = None

    def __iter__(self) -> Iterator[list[Item | Failure]]:
        return self

    def __next__(self) -> list[Item | Failure]:
        chunk: list[Item | Failure] = []
        try:
            if self.error is None:
                chunk.extend(islice(self._items, CHUNK))
        except Exception as error:
            self.error = error
        if not chunk:
            raise StopIteration
        return chunk


class _Readers:
    """Processes that read chunks of pages, started anew where a page ended one of them."""

    def __init__(self, workers: int, reading: Reading) -> None:
        self.workers = workers
        self._reading = reading
        self._pool = _pool(workers)

    def submit(self, chunk: list[Item | Failure]) -> Future[list[Outcome]]:
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  loads only for several workers

        try:
            return self._pool.submit(_read, chunk, self._reading)
        except BrokenProcessPool:
            self.close()
            self._pool = _pool(self.workers)
            return self._pool.submit(_read, chunk, self._reading)

    def results(self, chunk: list[Item | Failure], future: Future[list[Outcome]]) -> list[Outcome]:
        """The outcomes of a chunk; where its process ended, of each page in a process of its own."""
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  loads only for several workers

        try:
            return future.result()
        except BrokenProcessPool:
            return [_alone(item, self._reading) for item in chunk]

    def end(self) -> None:
        """Ends the processes, whatever they are at; there is no other way to it before Python 3.14."""
        for process in list((self._pool._processes or {}).values()):
            process.terminate()

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  loads only for several workers

    return ProcessPoolExecutor(workers, initializer=_follow_the_parent)


def _follow_the_parent() -> None:
    """Ctrl-C and a closed terminal are the parent's to answer, a reader would print a traceback; it ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """Ends this process when its parent is gone, however that ended.

    Forked readers hold the pipes of those begun before them: the last begun hears it first, then each before it.
    """
    from multiprocessing import parent_process  # noqa: PLC0415  loads only for several workers

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(chunk: list[Item | Failure], reading: Reading) -> list[Outcome]:
    found = []
    for item in chunk:
        with or_end_the_process(reading.timeout):
            found.append(outcome(item, reading))
    return found


def _alone(item: Item | Failure, reading: Reading) -> Outcome:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  loads only for several workers

    began = monotonic()
    with _pool(1) as pool:
        try:
            return pool.submit(_read, [item], reading).result()[0]
        except BrokenProcessPool:
            if isinstance(item, Failure):
                return Outcome(item.name, failure=item)
            name = name_of(item)
            if reading.timeout is not None and monotonic() - began > reading.timeout:
                return Outcome(name, failure=_too_long(item, name, reading))
            message = f"{name}: was not read, its process ended: give it more memory, or report it with the page"
            return Outcome(name, failure=_failure(item, name, message, "extract"))
