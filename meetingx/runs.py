"""A run that writes a file: what was read is kept beside it as it comes, so that a run that was ended goes on.

`OUT.part` has the records, `OUT.done` a line for each page: its name, a checksum of what was read, how many records it
gave and up to which byte of OUT.part they stand, or why it was not read. When all pages are done, OUT is written from
both, and they go.
"""

from __future__ import annotations

import json
import random
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, Any

from meetingx.added import there
from meetingx.items import Failure, Item
from meetingx.many import BESIDE, Outcome, name_of
from meetingx.outputs import Format, Wanted, into_file
from meetingx.outputs.packed import is_packed
from meetingx.source import MeetingxError

try:
    import fcntl
except ImportError:  # there is none on Windows
    fcntl = None  # type: ignore[assignment]

FLUSH = 64
"""Pages after which what was read is handed to the disk."""


SEEN = ("text", "html", *BESIDE)
"""What of an item the records depend on."""


class ChangedError(MeetingxError):
    """What a run is to go on with is not what it was."""


class Journal:
    """What a run has read so far, beside its output."""

    def __init__(self, output: Path, told: Sequence[object]) -> None:
        self._named = output
        output = output.resolve()  # beside the file itself, not beside a link to it
        self._part = output.with_name(f"{output.name}.part")
        self._done = output.with_name(f"{output.name}.done")
        self._output = output
        self._head = json.dumps({"run": [str(one) for one in told]})
        self._records: IO[bytes] | None = None
        self._pages: IO[bytes] | None = None
        self._unflushed = 0
        self._sums: deque[int] = deque()

    @property
    def output(self) -> Path:
        """What is written when all is read."""
        return self._output

    @property
    def is_new(self) -> bool:
        """Whether no run was begun before, or it was ended well."""
        return not self._done.exists()

    def kept(self) -> int:
        """How many pages are kept of the same run; 0 where another one was begun.

        Raises MeetingxError where it is still going on.
        """
        if self.is_new:
            return 0
        with self._done.open("rb") as file:
            self._lock(file)
            same = file.readline().decode("utf-8").rstrip("\n") == self._head
        return self._kept()[0] if same else 0

    @property
    def files(self) -> tuple[Path, Path]:
        """The files it is kept in."""
        return self._part, self._done

    def begin(self, *, resume: bool) -> int:
        """Opens it; the number of pages that are done already, 0 where it begins anew.

        Raises MeetingxError where another run is to be gone on with than the one that was begun.
        """
        begun = resume and not self.is_new
        self._pages = self._done.open("r+b" if begun else "ab")
        self._lock(self._pages)
        if not begun:
            self._pages.truncate(0)
            self._records = self._part.open("wb")
            self._pages.write(self._head.encode() + b"\n")
            self._pages.flush()
            return 0
        count, size, end = self._kept()
        self._records = self._part.open("r+b" if self._part.exists() else "wb")
        for file, length in ((self._pages, size), (self._records, end)):
            file.truncate(length)
            file.seek(length)
        return count

    def _lock(self, file: IO[bytes]) -> None:
        """Raises MeetingxError where another run has the journal, before anything in it is touched."""
        if fcntl is None:
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise MeetingxError(
                f"{self._output}: is being written by another run: wait for it, or give another file"
            ) from None

    def _kept(self) -> tuple[int, int, int]:
        """How many pages were kept whole, and where their lines and their records end."""
        count, size, end = 0, 0, 0
        reached = self._part.stat().st_size if self._part.exists() else 0
        with self._done.open("rb") as file:
            head = file.readline()
            if head.decode("utf-8").rstrip("\n") != self._head:
                raise MeetingxError(
                    f"{self._done}: is of a run with other input or options: give those, or leave out --resume"
                )
            size = len(head)
            for line in file:
                if not line.endswith(b"\n") or json.loads(line)["end"] > reached:
                    break
                told = json.loads(line)
                count, size, end = count + 1, size + len(line), told["end"]
        return count, size, end

    def add(self, outcome: Outcome) -> None:
        """Keeps what one page gave."""
        if self._records is None or self._pages is None:
            raise ValueError("begin it first")
        self._records.write("".join(f"{record}\n" for record in outcome.records).encode("utf-8"))
        told: dict[str, Any] = {"name": outcome.name, "records": len(outcome.records), "found": outcome.found}
        told["end"] = self._records.tell()
        if self._sums:
            told["sum"] = self._sums.popleft()
        if outcome.failure is not None:
            told["failure"] = outcome.failure._asdict()
        if outcome.page is not None:
            told["page"] = outcome.page
        self._pages.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        self._unflushed += 1
        if self._unflushed >= FLUSH:
            self.flush()

    def rest(self, items: Iterator[Item | Failure], done: int) -> Iterator[Item | Failure]:
        """The items behind those that are done; MeetingxError where one of those is not what it was when it was read.

        What is given here is to be added in its order.
        """
        for told in islice(self._lines(), done):
            self._check(told, next(items, None))
        for item in items:
            self._sums.append(_checksum(item))
            yield item

    def _check(self, told: dict[str, Any], item: Item | Failure | None) -> None:
        """MeetingxError where this is not the page that was kept."""
        kept, name = told["name"], None if item is None else name_of(item)
        if item is None:
            why = f"{self._done}: has read {kept}, which is no longer there"
        elif kept != name:
            why = f"{self._done}: has read {kept} where {name} is now"
        elif told.get("sum", now := _checksum(item)) != now:
            why = f"{name}: has changed since this run read it"
        else:
            return
        raise ChangedError(f"{why}: put it back, or remove {self._done} and leave out --resume to begin anew")

    def _lines(self) -> Iterator[dict[str, Any]]:
        """What was kept of each page, from the beginning."""
        with self._done.open("rb") as pages:
            next(pages)
            for line in pages:
                yield json.loads(line.decode("utf-8", "surrogatepass"))

    def flush(self) -> None:
        """Hands what was read to the disk: records first, so that no page counts as done without them."""
        for file in (self._records, self._pages):
            if file is not None and not file.closed:
                file.flush()
        self._unflushed = 0

    def outcomes(self) -> Iterator[Outcome]:
        """What each page gave, from the beginning."""
        self.flush()
        with self._part.open(encoding="utf-8") as records:
            for told in self._lines():
                lines = tuple(one.rstrip("\n") for one in islice(records, told["records"]))
                failure = Failure(**told["failure"]) if "failure" in told else None
                yield Outcome(told["name"], lines, failure, told.get("page"), told["found"])

    def finish(self, format: Format, wanted: Wanted, *, append: bool = False) -> None:
        """Writes the output and takes the journal away."""
        self.close()
        if format.name == "jsonl" and not (wanted.fields or append or is_packed(self._named)):
            self._part.replace(self._output)
        else:
            last = there(format, self._named).last if append else None
            with into_file(format, self._named, wanted._replace(last=last), append=append) as writer:
                for outcome in self.outcomes():
                    for record in outcome.records:
                        writer.write(record, outcome.page)
        self.drop()

    def drop(self) -> None:
        """Takes the journal away, and with it what was read."""
        self.close()
        for file in self.files:
            file.unlink(missing_ok=True)

    def close(self) -> None:
        """Hands all to the disk and closes its files."""
        self.flush()
        for file in (self._records, self._pages):
            if file is not None:
                file.close()


def _checksum(item: Item | Failure) -> int:
    """Tells an item from what it is after an edit."""
    values = (repr(item),) if isinstance(item, Failure) else (item.get(key) for key in SEEN)
    total = 0
    for value in values:
        raw = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        total = zlib.crc32(raw, zlib.crc32(b"\0", total))
    return total


def sampled(items: Iterator[Any], count: int) -> list[Any]:
    """So many of the items, each as likely as the others, in their order; the same ones in every run.

    >>> sampled(iter(range(1000)), 3) == sampled(iter(range(1000)), 3), len(sampled(iter("ab"), 3))
    (True, 2)
    """
    chance = random.Random(0)
    kept = list(enumerate(islice(items, count)))
    for at, item in enumerate(items, count):
        place = chance.randrange(at + 1)
        if place < count:
            kept[place] = (at, item)
    return [item for _, item in sorted(kept, key=lambda one: one[0])]
