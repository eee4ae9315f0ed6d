"""`meetingx extract`: pages in, records out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from meetingx.cli.clash import refuse_clashes
from meetingx.cli.localized import command, text
from meetingx.cli.options import input_options
from meetingx.cli.profile import Profile
from meetingx.cli.progress import Teller, telling
from meetingx.cli.writing import Writing, writing_options

if TYPE_CHECKING:
    from meetingx.inputs import Asked
    from meetingx.items import Failure, Item
    from meetingx.many import Outcome
    from meetingx.runs import Journal


@command("extract")
@click.argument("paths", nargs=-1, metavar="[PATH|DIRECTORY|-]...", type=click.Path(allow_dash=True, readable=False))
@writing_options
@input_options
@click.option("-j", "--workers", metavar="N", type=click.IntRange(min=1))
@click.option("--timeout", metavar="SECONDS", type=click.FloatRange(min=0, min_open=True), default=60.0)
@click.option("--errors", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--strict", is_flag=True)
@click.option("--resume", is_flag=True)
@click.option("--append", is_flag=True)
@click.option("--profile", is_flag=True)
def extract(
    paths: tuple[str, ...],
    *,
    writing: Writing,
    asked: Asked,
    workers: int | None,
    timeout: float,
    errors: Path | None,
    strict: bool,
    resume: bool,
    append: bool,
    profile: bool,
) -> int:
    """Writes the records of pages; 1 where some were not read."""
    from meetingx.inputs import Inputs
    from meetingx.many import Reading, outcomes

    output = writing.path
    if not paths and sys.stdin.isatty():
        raise click.UsageError(text("nothing-given"))
    paths = paths or ("-",)
    _check(writing, resume, append)
    told = (*paths, asked, *writing.told, writing.format.pages, append)
    journal = _journal(writing, told)
    written = tuple(filter(None, (output, *(journal.files if journal else ()), errors)))
    refuse_clashes(paths, written)
    inputs = Inputs(paths, asked, leave_out=written)
    if workers is None and "-" in paths:  # what a pipe brings is handed on as it comes
        workers = 1
    total = inputs.total() if sys.stderr.isatty() else None
    with telling(bar=writing.shows_progress, verbose=writing.verbose, errors=errors, total=total) as teller:
        items = _wanted(iter(inputs), writing, teller, append=append)
        done = _begun(journal, resume, writing, teller)
        rest = journal.rest(items, done) if journal is not None else items
        reading = Reading(timeout, writing.format.pages, profile)
        times = Profile()
        with closing(outcomes(rest, workers=workers, reading=reading)) as read:
            found = times.of(read) if profile else read
            if journal is None:
                _to_stream(found, writing, teller, strict=strict)
            else:
                _to_journal(found, journal, writing, teller, strict=strict)
        if journal is not None:
            _finished(journal, writing, teller, append=append)
    if profile:
        click.echo("\n".join(times.lines()), err=True)
    line = teller.tally.line(inputs.passed_over, always=writing.verbose or sys.stderr.isatty())
    if line and not writing.quiet:
        click.echo(f"meetingx: {line}", err=True)
    return 1 if teller.tally.failed else 0


def _journal(writing: Writing, told: tuple[object, ...]) -> Journal | None:
    """Where a run that writes a file keeps what it has read."""
    if writing.path is None or not writing.to_regular_file:
        return None
    from meetingx.runs import Journal

    return Journal(writing.path, told)


def _wanted(
    items: Iterator[Item | Failure], writing: Writing, teller: Teller, *, append: bool
) -> Iterator[Item | Failure]:
    """The pages that are not in the output yet, or a sample of them."""
    if append and writing.path is not None:
        from meetingx.added import only_new, there

        items = only_new(items, there(writing.format, writing.path).pages, teller.tally.skip)
    if writing.sample is not None:
        from meetingx.runs import sampled

        items = iter(sampled(items, writing.sample))
    return items


def _check(writing: Writing, resume: bool, append: bool) -> None:
    """UsageError where there is nothing to go on with, or to add to."""
    if (resume or append) and not writing.to_regular_file:
        raise click.UsageError(text("needs-output"))
    chosen = writing.wanted.fields or writing.wanted.columns or writing.wanted.table not in {None, "meetings"}
    if append and (chosen or not writing.format.appends):
        raise click.UsageError(text("no-append", format=writing.format.name))


def _begun(journal: Journal | None, resume: bool, writing: Writing, teller: Teller) -> int:
    """How many pages were done before; they are counted and told of as they were then.

    UsageError where a run would be thrown away by leaving out --resume, or there is none to go on with.
    """
    if journal is None:
        teller.begin()
        return 0
    try:
        if resume and journal.is_new and journal.output.exists():
            raise click.UsageError(text("nothing-to-go-on", path=writing.path))
        if not resume and (kept := journal.kept()):
            raise click.UsageError(text("kept", path=writing.path, count=kept, done=journal.files[1]))
        done = journal.begin(resume=resume)
    except OSError as error:
        raise click.UsageError(text("cannot-write", path=writing.path, why=error.strerror)) from None
    teller.begin()
    for one in journal.outcomes() if done else ():
        writing.written += len(one.records)
        teller.add(one, again=True)
    return done


def _read(found: Iterator[Outcome], writing: Writing, teller: Teller, *, strict: bool) -> Iterator[Outcome]:
    """Each outcome, told of, until as many records are written as may be."""
    from meetingx.source import MeetingxError

    if writing.is_full:
        return
    for one in found:
        if strict and one.failure is not None:
            teller.note(one.failure)
            raise MeetingxError(f"{one.failure.message} ({text('strict')})")
        kept = writing.kept(one)
        teller.add(kept)
        yield kept
        if writing.is_full:
            return


def _finished(journal: Journal, writing: Writing, teller: Teller, *, append: bool) -> None:
    """Writes the output, unless nothing could be read: what was there before is worth more than an empty file."""
    if teller.tally.failed and not (teller.tally.read or teller.tally.skipped):
        journal.drop()
        teller.say(text("nothing-read", path=writing.path))
    else:
        journal.finish(writing.format, writing.wanted, append=append)


def _to_stream(found: Iterator[Outcome], writing: Writing, teller: Teller, *, strict: bool) -> None:
    with writing.writer() as writer:
        for one in _read(found, writing, teller, strict=strict):
            for record in one.records:
                writer.write(record, one.page)
            if writing.path is None and one.records:
                sys.stdout.flush()


def _to_journal(found: Iterator[Outcome], journal: Journal, writing: Writing, teller: Teller, *, strict: bool) -> None:
    from meetingx.runs import ChangedError

    try:
        for one in _read(found, writing, teller, strict=strict):
            journal.add(one)
    except BaseException as error:
        if not (teller.tally.read or teller.tally.failed):  # there is nothing to go on with
            journal.drop()
            raise
        journal.close()
        teller.rest()
        if not isinstance(error, ChangedError):
            with suppress(OSError):  # the terminal may be gone
                teller.say(text("go-on", path=writing.path))
        raise
