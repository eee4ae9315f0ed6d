"""What goes into the reading of many pages: one item for each page, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Item = Mapping[str, object]
"""One page: `text` or `html` (str or bytes) and, where known, `id`, `url`, `published`, `title`, `path`, `name`.

Of bytes, `encoding` forces how they are decoded, and `charset` is what their server said. Of a str, `encoding` is what
it was decoded from, and `lost` how many of its characters that lost.
"""


class Failure(NamedTuple):
    """A page that was not read: `message` names it, says why, and what to do.

    `stage` is where it failed: open (the file), read (the page in it), extract (a fault), timeout.
    """

    name: str
    message: str
    id: str | None = None
    path: str | None = None
    url: str | None = None
    stage: str = "read"
