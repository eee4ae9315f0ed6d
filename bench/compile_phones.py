"""Compile `meetingx/data/phones.tsv`: the telephone area codes of prefectures and of the cities under the centre.

Source: phonenumbers (PyPI, Apache 2.0), the port of Google's libphonenumber, whose geographic data names the division
of each code. A code that several prefectures share tells none of them and is left out.

    pip install phonenumbers
    python bench/compile_phones.py
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from phonenumbers.geodata import GEOCODE_DATA  # type: ignore[import-not-found]

from meetingx import divisions
from meetingx.divisions import Division

DATA = Path(__file__).parent.parent / "meetingx" / "data"
# The country and the code as it is dialled from abroad, without its 0; longer ones tell of single exchanges.
CODE = re.compile(r"86(?P<code>10|2\d|[3-9]\d\d)")
CENTRAL = ("北京市", "天津市", "上海市", "重庆市")


def codes() -> Iterator[tuple[str, Division]]:
    """Area codes as they are dialled at home, with the one division that has each."""
    for prefix, names in GEOCODE_DATA.items():
        match = CODE.fullmatch(prefix)
        name = names.get("zh", "")
        division = _division(name) if match and not re.search("[、/]", name) else None
        if match and division:
            yield f"0{match['code']}", division


def _division(name: str) -> Division | None:
    """The prefecture that is named behind its province, 河南省焦作市, 贵州黔东南, or lies around the county named."""
    named = [found for _, _, found in divisions.find_names(name.removesuffix("地区"))]
    options = [d for found in named[-1:] for d in divisions.named(found) if not d.last]
    if name in CENTRAL:
        return next((d for d in options if d.level == "province"), None)
    prefectures = {_prefecture(d).adcode: _prefecture(d) for d in options if d.level != "province"}
    return prefectures.popitem()[1] if len(prefectures) == 1 else None


def _prefecture(division: Division) -> Division:
    """What a county lies in, where that is a prefecture; else the division itself."""
    around = [one for one in divisions.parents(division) if one.level == "prefecture"]
    return around[-1] if around else division


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Compile meetingx/data/phones.tsv.")
    parser.add_argument("--output", type=Path, default=DATA / "phones.tsv")
    options = parser.parse_args()
    lines = [f"{code}\t{division.adcode}\t{division.name}" for code, division in sorted(codes())]
    options.output.write_text("\n".join(["code\tadcode\tname", *lines, ""]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
