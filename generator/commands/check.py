"""`pejl check`: every mistake in the data, for people or for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.checking import check, check_pages, pages_folder
from generator.commands import together
from generator.reading.kept import memory
from generator.terminal.carets import with_carets
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import OneOf, WritableFile, content_option, data_option


@click.command(cls=Command)
@click.option("--format", "form", type=OneOf(problems.FORMATS), default="text", help="hvordan fejlene skrives (text)")
@click.option("--report", type=WritableFile(), metavar="FIL", help="en fil, som en rapport i Markdown føjes til")
@click.option("--against", metavar="REVISION", help="find også det, der er skrevet om siden en revision i git")
@data_option
@content_option
def command(form: str, report: Path | None, against: str | None, data: Path, content: Path | None) -> Status:
    """Find every problem in the data and the pages written by hand, and print it."""
    if content:
        together.told(data, content)
    with memory(data) as known:
        loaded, found = check(data, clock.today(), known)
    found = [*found, *check_pages(content or pages_folder(data))]
    if against is not None:
        from generator.history.against import rewritten  # noqa: PLC0415  only who asks waits for it
        from generator.history.versions import UnknownVersionError  # noqa: PLC0415

        try:
            found = [*found, *rewritten(data, against)]
        except UnknownVersionError as error:
            print(error, file=sys.stderr)
            return Status.USAGE
    is_read_here = form == "text" and sys.stdout.isatty()
    texts = {file.path: file.text for file in loaded.files} if is_read_here and found else {}
    print(with_carets(found, texts) if texts else problems.FORMATS[form](found))
    if report:
        root = loaded.site.root if loaded.site else ""
        with report.open("a", encoding="utf-8", newline="\n") as file:
            print(problems.as_report(found, f"{root}/redaktoer/" if root else ""), file=file)
    return Status.PROBLEMS if problems.has_errors(found) else Status.FINE
