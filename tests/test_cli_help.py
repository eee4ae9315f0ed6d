"""Help and messages, in English and in Chinese."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from meetingx.cli import COMMANDS, cli
from meetingx.cli.localized import language, option_key, text
from meetingx.cli.texts import TEXTS
from meetingx.cli.width import width
from meetingx.inputs.fields import FIELDS

HAN = re.compile("[\u4e00-\u9fff]")
SOURCES = sorted((Path(__file__).parent.parent / "meetingx" / "cli").glob("*.py"))


def commands() -> Iterator[click.Command]:
    yield cli
    context = click.Context(cli)
    for name in COMMANDS:
        found = cli.get_command(context, name)
        assert found is not None
        yield found


def options() -> Iterator[tuple[click.Command, click.Option]]:
    for command in commands():
        for param in command.get_params(click.Context(command)):
            if isinstance(param, click.Option):
                yield command, param


def helped(*args: str, lang: str, columns: int = 80) -> str:
    done = CliRunner(env={"MEETINGX_LANG": lang}).invoke(cli, [*args, "--help"], terminal_width=columns)
    assert done.exit_code == 0
    return done.output


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_is_in_both_languages(key: str) -> None:
    english, chinese = TEXTS[key]
    assert english.strip()
    assert not HAN.search(english)
    holes = [{name for _, name, _, _ in string.Formatter().parse(one) if name} for one in (english, chinese)]
    assert holes[0] == holes[1]
    # Words of the record that have no Chinese name, and what is a mark in Chinese, are all that may lack Han.
    assert HAN.search(chinese) or False


def test_every_command_and_option_has_its_text() -> None:
    for command in commands():
        assert f"{command.name}.help" in TEXTS
        assert f"{command.name}.short" in TEXTS or command is cli
    for command, option in options():
        assert option_key(command, option) in TEXTS


def test_every_text_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "texts.py")
    used = {option_key(command, option) for command, option in options()}
    used |= {f"{command.name}.{what}" for command in commands() for what in ("help", "short")}
    used |= {key for key in TEXTS if re.search(f"""["']{re.escape(key)}["']""", code)}
    used |= {key for key in TEXTS if key.startswith("label.") and f'"{key.removeprefix("label.")}"' in code}
    assert used >= set(TEXTS)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
@pytest.mark.parametrize("columns", [60, 80])
def test_help_fits_its_window(lang: str, command: tuple[str, ...], columns: int) -> None:
    shown = helped(*command, lang=lang, columns=columns)
    too_wide = [line for line in shown.splitlines() if width(line) > columns and not line.startswith("    meetingx")]
    assert too_wide == []
    assert bool(HAN.search(shown.replace("〔", ""))) == (lang == "zh")
    assert shown.startswith("Usage: meetingx" if lang == "en" else "用法：meetingx") or "cli" in shown[:12]


@pytest.mark.parametrize("field", sorted(FIELDS.keys() - {"path"}))
def test_help_lists_the_names_that_a_field_has_by_default(field: str) -> None:
    english, chinese = TEXTS[f"--{field}-field"]
    listed = english.partition("the first there is of ")[2].partition(", or a Chinese name for it.")[0].split(", ")
    assert listed == [name for name in FIELDS[field] if name.isascii()]
    assert tuple(chinese.partition("第一个存在的：")[2].rstrip("。").split("、")) == FIELDS[field]


def test_help_of_all_lists_the_commands_in_the_order_of_use() -> None:
    listed = re.findall(r"(?m)^  (\w+) ", helped(lang="en").split("Commands:")[1])
    assert listed == list(COMMANDS)


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "MEETINGX_LANG": "en"}, "en"),
        ({"LANG": "C", "MEETINGX_LANG": "zh"}, "zh"),
        ({"LANG": "de_DE"}, "en"),
    ],
)
def test_language(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], wanted: str) -> None:
    for name in ("MEETINGX_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language() == wanted
    assert text("options") == ("选项" if wanted == "zh" else "Options")


def test_version() -> None:
    done = CliRunner().invoke(cli, ["--version"])
    assert re.fullmatch(r"meetingx \d+\.\d+\.\d+\S*\n", done.output)


@pytest.mark.parametrize("command", ["extract", "convert", "show", "clean", "explain", "eval"])
def test_files_are_completed(command: str) -> None:
    from click.shell_completion import ShellComplete

    found = ShellComplete(cli, {}, "meetingx", "_MEETINGX_COMPLETE").get_completions([command], "rep")
    assert [one.type for one in found] == ["file"]
