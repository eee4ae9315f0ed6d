"""Commands whose help is looked up in `TEXTS` when it is shown, in the reader's language."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from importlib import import_module

import click

from meetingx.cli.texts import TEXTS
from meetingx.cli.width import pad, width, wrap


def language() -> str:
    """`zh` where MEETINGX_LANG, or else the locale, says so; `en` otherwise."""
    told = (os.environ.get(name) for name in ("MEETINGX_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, told), "").lower().startswith("zh") else "en"


def text(key: str, **values: object) -> str:
    """The text named `key` in the reader's language, with its {holes} filled."""
    return TEXTS[key][0 if language() == "en" else 1].format(**values)


class Formatter(click.HelpFormatter):
    """Help in which a Han character takes two columns and a line may end behind any of them."""

    def write_heading(self, heading: str) -> None:
        """A heading with the colon of its script."""
        self.write(f"{heading}{':' if heading.isascii() else '：'}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs; one whose lines begin with a blank is printed as it stands."""
        indent = " " * self.current_indent
        for i, paragraph in enumerate(re.split(r"\n\n", text)):
            lines = paragraph.split("\n")
            if not lines[0].startswith(" "):
                lines = wrap(" ".join(lines), self.width - self.current_indent)
            self.write("\n" * (i > 0) + "".join(f"{indent}{line}\n" for line in lines))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Two columns, the second wrapped."""
        rows = list(rows)
        left = min(max(width(first) for first, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for first, second in rows:
            lines = wrap(second, max(self.width - left - self.current_indent, 16))
            fits = width(first) <= left - col_spacing
            if not fits:
                self.write(f"{indent}{first}\n")
            for i, line in enumerate(lines):
                self.write(f"{indent}{pad(first if fits and i == 0 else '', left)}{line}\n")


class Context(click.Context):
    """A context whose help is written by `Formatter`."""

    formatter_class = Formatter


class Command(click.Command):
    """A command with its help, and that of its options, in `TEXTS`."""

    context_class = Context

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), text("usage"))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does, with examples."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text(f"{self.name}.help"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, one to a row."""
        rows = []
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
            if record is not None:
                rows.append((record[0], text(option_key(self, param))))
        with formatter.section(text("options")):
            formatter.write_dl(rows)

    def get_short_help_str(self, limit: int = 45) -> str:
        """One line on the command."""
        return text(f"{self.name}.short")


def option_key(command: click.Command, param: click.Parameter) -> str:
    """The key of an option's help: its own of that command, else that which commands share.

    >>> option_key(click.Command("show"), click.Option(["--help"]))
    '--help'
    """
    flag = next(flag for flag in param.opts if flag.startswith("--"))
    own = f"{command.name}.{flag}"
    return own if own in TEXTS else flag


class Group(Command, click.Group):
    """Commands that are imported when they are called; `homes` says where each is."""

    command_class = Command
    homes: dict[str, str]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of use."""
        return list(self.homes)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in self.homes:
            return None
        found: click.Command = getattr(import_module(self.homes[cmd_name]), cmd_name)
        return found

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, text(f"{name}.short")) for name in self.homes]
        with formatter.section(text("commands")):
            formatter.write_dl(rows)


def command(name: str) -> Callable[[Callable[..., object]], Command]:
    """Makes a command of a function."""
    return click.command(name, cls=Command)
