"""`pejl check`: every mistake in the data, for people or for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, garbage, problems
from generator.base.folders import pages_folder
from generator.commands import together
from generator.reading.verdicts import Seen, Verdict
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
    seen = Seen(data, content or pages_folder(data), clock.today())
    with garbage.kept():
        verdict = seen.known() or _found(seen)
    found = [*verdict.problems]
    if against is not None:
        from generator.history.against import rewritten  # noqa: PLC0415  only who asks waits for it
        from generator.history.versions import UnknownVersionError  # noqa: PLC0415

        try:
            found = [*found, *rewritten(data, against)]
        except UnknownVersionError as error:
            print(error, file=sys.stderr)
            return Status.USAGE
    is_read_here = form == "text" and sys.stdout.isatty()
    texts = verdict.texts if is_read_here and found else {}
    print(with_carets(found, texts) if texts else problems.FORMATS[form](found))
    if report:
        with report.open("a", encoding="utf-8", newline="\n") as file:
            print(problems.as_report(found, f"{verdict.root}/redaktoer/" if verdict.root else ""), file=file)
    return Status.PROBLEMS if problems.has_errors(found) else Status.FINE


def _found(seen: Seen) -> Verdict:
    """Check the data and the pages written by hand, and keep what is found."""
    from generator.checking import check, check_pages  # noqa: PLC0415  a check of what is known waits for no model
    from generator.reading.kept import memory  # noqa: PLC0415

    with memory(seen.data, seen.written) as known:
        loaded, found = check(seen.data, seen.today, known)
        found += check_pages(seen.pages, known)
    root, texts = loaded.site.root if loaded.site else "", {file.path: file.text for file in loaded.files}
    garbage.leave(loaded)
    verdict = Verdict(found, root, texts)
    seen.keep(verdict)
    return verdict
