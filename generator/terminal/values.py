"""What can be given to a command, each with the Danish sentence for what cannot; and what many commands are given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.base.text import did_you_mean, shown

F = TypeVar("F", bound=Callable[..., Any])


class Folder(click.ParamType[Path]):
    """A folder, which need not be there yet."""

    name = "folder"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Give the folder's path."""
        path = Path(value)
        if path.is_file():
            self.fail(f"{value} er en fil. Angiv en mappe.", param, ctx)
        return path


class ExistingFile(click.ParamType[Path]):
    """A file that is there."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Give the file's path."""
        path = Path(value)
        if path.is_dir():
            self.fail(f"{value} er en mappe. Angiv en fil.", param, ctx)
        if not path.exists():
            self.fail(f"{value} findes ikke. Angiv en fil, der findes.", param, ctx)
        return path


class WritableFile(click.ParamType[Path]):
    """A file that can be written, whether it is there or not."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Give the file's path."""
        path = Path(value)
        if path.is_dir():
            self.fail(f"{value} er en mappe. Angiv en fil.", param, ctx)
        is_new = not (path.exists() or path.is_symlink())
        try:
            path.open("ab").close()
        except OSError:
            self.fail(
                f"{value} kan ikke skrives. Angiv en fil i en mappe, der findes, og som du må skrive i.", param, ctx
            )
        if is_new:
            path.unlink()  # a command that fails later leaves nothing behind
        return path


class Day(click.ParamType[dt.date]):
    """A day, as it stands in the data."""

    name = "day"

    def convert(self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Give the day."""
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{shown(value)} er ikke en dato. Skriv den som 2026-01-31.", param, ctx)


class OneOf(click.ParamType[str]):
    """One of a few words."""

    name = "word"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002  click's own form
        """Give the words as the help shows them."""
        return "|".join(self.words)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the word."""
        if value not in self.words:
            name = f" til {param.opts[0]}" if param else ""
            self.fail(f"{shown(value)} kan ikke bruges{name}. {did_you_mean(value, self.words)}", param, ctx)
        return value


data_option = click.option("--data", type=Folder(), default="data", metavar="MAPPE", help="mappen med data (data)")
"""Lets a command be told where the data are."""


content_option = click.option(
    "--content", type=Folder(), metavar="MAPPE", help="mappen med jeres egne sider (content ved siden af data)"
)
"""Lets a command be told where the pages written by hand are."""

write_option = click.option("--write", is_flag=True, help="skriv ændringerne i filerne")
"""Lets a command write what it has shown."""

set_option = click.option(
    "--set", "pairs", multiple=True, metavar="FELT=VÆRDI", help="et felt og dets værdi; uden felter bliver du spurgt"
)
"""Lets a command be given fields, so that nobody needs be asked."""


def out_option(of: str, default: str | None = None) -> Callable[[F], F]:
    """Let a command be told where to put what it writes; without a default it must be told."""
    words = f"mappen, {of} lægges i"
    if default is None:
        return click.option("--out", type=Folder(), required=True, metavar="MAPPE", help=words)
    return click.option("--out", type=Folder(), default=default, metavar="MAPPE", help=f"{words} ({default})")
