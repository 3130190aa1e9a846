"""Commands with their help in Danish, and the group of them, which loads a command only when it is run."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

import click

from generator.base.text import capitalised
from generator.terminal.statuses import ENDINGS

_OPTIONS = "[VALG]"


class Listed(NamedTuple):
    """A command in the list of them."""

    module: str
    """The module that holds it, as `command`."""
    help: str
    """What it does, in one line of Danish."""


class TooMuch(click.UsageError):
    """Raised where words follow that a command has no use for."""

    def __init__(self, words: list[str], ctx: click.Context) -> None:
        super().__init__(" ".join(words), ctx)
        self.words = words


class HelpWanted(Exception):  # noqa: N818  somebody asked, and nothing is wrong
    """Raised with the help that somebody asked for, because only one place prints."""


class _Danish(click.Command):
    """A command whose help is in Danish."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option that shows the help."""
        option = super().get_help_option(ctx)
        if option:
            option.help, option.callback = "vis denne hjælp", _help
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is written."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Brug: ")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what is given to the command by its place."""
        given = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Argument)]
        if given:
            with formatter.section("Angiv"):
                formatter.write_dl(given)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's options."""
        with formatter.section("Valg"):
            formatter.write_dl(
                [_shown(param, ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
            )


class Command(_Danish):
    """A command that says in Danish how it is used."""

    allow_extra_args = True  # so that they are told of here

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **{"options_metavar": _OPTIONS, **kwargs})  # type: ignore[arg-type]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was given to the command."""
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # what the parser raises does not say where
            raise
        if rest:
            raise TooMuch(rest, ctx)
        return rest


class CommandGroup(_Danish, click.Group):
    """The commands by their names, loaded one at a time: the others' imports would cost more than the work itself."""

    def __init__(self, room: str, listed: Mapping[str, Listed], help: str) -> None:  # noqa: A002  click's own name
        super().__init__(help=help, options_metavar=_OPTIONS, subcommand_metavar="KOMMANDO …")
        self.room = room
        self.listed = listed

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's own form
        """Give the commands' names, in their order."""
        return list(self.listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's own form
        """Load a command."""
        if cmd_name not in self.listed:
            return None
        listed = self.listed[cmd_name]
        command: click.Command = import_module(f"{self.room}.{listed.module}").command
        command.help = f"{capitalised(listed.help)}."
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, and the few options after them."""
        with formatter.section("Kommandoer"):
            formatter.write_dl([(name, listed.help) for name, listed in self.listed.items()])
        super().format_options(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write what the commands end with."""
        with formatter.section("Kommandoen ender med"):
            formatter.write_dl([(str(int(status)), words) for status, words in ENDINGS.items()])


def _help(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001  click's own form
    if value and not ctx.resilient_parsing:
        raise HelpWanted(ctx.get_help())


def _shown(option: click.Option, ctx: click.Context) -> tuple[str, str]:
    """Give an option as it is written, and what it does."""
    record = option.get_help_record(ctx)
    words = f"{option.help}; skal angives" if option.required else option.help
    return record[0] if record else "", words or ""
