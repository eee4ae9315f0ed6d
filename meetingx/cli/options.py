"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from meetingx.cli.localized import text

if TYPE_CHECKING:
    from meetingx.inputs import Asked

F = TypeVar("F", bound=Callable[..., object])

KINDS = ("warc", "parquet", "pdf", "zip", "tar", "jsonl", "json", "csv", "tsv", "docx", "html", "text")
"""The kinds of input that --from takes; a test holds them against the table, which is not loaded for help."""

FIELDS = ("text", "html", "title", "url", "published", "id")


def input_options(function: F) -> F:
    """Adds the options that say what is read; the command gets them as `asked`."""

    @wraps(function)
    def wrapped(*args: Any, **options: Any) -> object:
        fields = {field: name for field in FIELDS if (name := options.pop(f"{field}_field")) is not None}
        kind, encoding = options.pop("from"), options.pop("encoding")
        return function(*args, asked=_asked(kind, encoding, fields), **options)

    for field in reversed(FIELDS):
        wrapped = click.option(f"--{field}-field", metavar="NAME")(wrapped)
    wrapped = click.option("--encoding", metavar="NAME", callback=_encoding)(wrapped)
    return click.option("--from", "from", type=click.Choice(KINDS), metavar="KIND")(wrapped)  # type: ignore[return-value]


def _asked(kind: str | None, encoding: str | None, fields: dict[str, str]) -> Asked:
    from meetingx.inputs import Asked

    return Asked(kind, encoding, fields)


def _encoding(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """The encoding that was asked for, if there is one of that name."""
    if value is None:
        return None
    try:
        "x".encode(value)
    except (LookupError, ValueError):
        raise click.BadParameter(text("unknown-encoding", name=value)) from None
    return value
