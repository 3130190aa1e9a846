"""Wrong usage in plain Danish, made from what click's exceptions know and not from their English words."""

from __future__ import annotations

import click

from generator.base.text import did_you_mean, printable, shown
from generator.terminal.group import TooMuch


def explained(error: click.UsageError) -> str:
    """Say what is wrong with the way a command was written, and where its help is."""
    context = error.ctx or click.Context(click.Command("pejl"), info_name="pejl")
    return f"{_sentence(error, context)}\nSe hjælpen med: {context.command_path} --help"


def _sentence(error: click.UsageError, context: click.Context) -> str:
    path, command, sentence = context.command_path, context.command, "Kommandoen er skrevet forkert."
    match error:
        case click.NoSuchCommand(command_name=word) if isinstance(command, click.Group):
            sentence = f"{_quoted(word)} er ikke en kommando. {did_you_mean(word, command.list_commands(context))}"
        case click.NoSuchOption(option_name=word):
            known = [name for param in _options(context) for name in param.opts]
            sentence = f"{_quoted(word)} er ikke et valg til »{path}«. {did_you_mean(word, known)}"
        case click.BadOptionUsage(option_name=word):
            option = next(param for param in _options(context) if word in param.opts)
            without = f"»{word}« tager ingen værdi. Skriv kun »{word}«."
            sentence = without if option.is_flag else f"»{word}« mangler en værdi: {option.help}."
        case click.MissingParameter(param=click.Option() as param):
            sentence = f"»{param.opts[0]}« mangler: {param.help}."
        case click.MissingParameter(param=click.Argument() as param):
            sentence = f"»{param.human_readable_name}« mangler: {param.help}."
        case click.BadParameter():
            sentence = printable(error.message)
        case TooMuch(words=words):
            sentence = f"{_quoted(' '.join(words))} er for meget til »{path}«. Slet det."
    return sentence


def _options(context: click.Context) -> list[click.Option]:
    return [param for param in context.command.get_params(context) if isinstance(param, click.Option)]


def _quoted(word: str) -> str:
    return shown(printable(word))
