"""Parquet: a page to a row, in batches, and only the columns that are asked for."""

from __future__ import annotations

from typing import Any

from meetingx.extras import load
from meetingx.inputs.fields import columns, missing, page
from meetingx.inputs.kinds import Pages
from meetingx.inputs.stream import Asked, Stream, seekable

BATCH = 256
"""Rows that are held at a time."""


def items(stream: Stream, asked: Asked) -> Pages:
    """The pages of a Parquet file, each named by its row, the first being row 1."""
    parquet = load("pyarrow.parquet", extra="parquet", name=stream.name)
    arrow = load("pyarrow", extra="parquet", name=stream.name)
    try:
        with seekable(stream.file) as file:
            yield from _rows(parquet.ParquetFile(file), stream, asked)
    except (arrow.ArrowException, OSError, ValueError) as error:  # ValueError: of values that are none of their type
        yield stream.failure(f"cannot be read as Parquet ({str(error).splitlines()[0]}): get it anew")


def _rows(table: Any, stream: Stream, asked: Asked) -> Pages:
    names = table.schema_arrow.names
    why = missing(names, asked)
    if why is not None:
        yield stream.failure(why)
        return
    found = columns(names, asked)
    number = 0
    for batch in table.iter_batches(batch_size=BATCH, columns=sorted(set(found.values()))):
        for row in batch.to_pylist():
            number += 1
            yield page(row, found, f"{stream.name}, row {number}", stream)
