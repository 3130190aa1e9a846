"""The commands; the only place that prints and that chooses an exit status."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from generator import site
from generator.base import problems
from generator.base.text import did_you_mean
from generator.editing import confirm, fetching, importing, schema
from generator.model import Indicator
from generator.reading.readings import readings as read_against

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit status: 0 fine, 1 problems in the data, 2 wrong usage, 3 a bug of ours."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except Exception:  # noqa: BLE001  a bug of ours must not look like the editor's mistake
        traceback.print_exc()
        print(
            "\nDet er en fejl i Pejl, ikke i dine data. Opret en sag i projektets kodelager, "
            "og sæt teksten ovenfor ind.",
            file=sys.stderr,
        )
        return BUG
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pejl", description="Tjek data, og byg siden.")
    commands = parser.add_subparsers(required=True, metavar="kommando")

    check = commands.add_parser("check", help="find alle fejl og mangler i data")
    check.add_argument("--format", choices=problems.FORMATS, default="text", help="hvordan fejlene skrives")
    check.set_defaults(run=_check)

    build = commands.add_parser("build", help="tjek data, og byg hele siden")
    build.add_argument("--out", type=Path, default=Path("site"), help="mappen, siden lægges i (site)")
    build.set_defaults(run=_build)

    serve = commands.add_parser("serve", help="vis siden, mens du retter")
    serve.set_defaults(run=_serve)

    schemas = commands.add_parser("schema", help="skriv skemaer, så din editor kan hjælpe")
    schemas.add_argument("--out", type=Path, default=Path("schema"), help="mappen, skemaerne lægges i (schema)")
    schemas.set_defaults(run=_schema)

    confirmed = commands.add_parser("confirm", help="skriv ned, at koblinger og svar er læst igen")
    confirmed.add_argument(
        "ids", nargs="*", metavar="ID", help="kun disse poster; uden id: kun dem, der aldrig er læst"
    )
    confirmed.set_defaults(run=_confirm)

    imported = commands.add_parser("import", help="vis, hvad en tabel ville ændre i en indikator, og skriv det")
    imported.add_argument("file", type=Path, metavar="FIL", help="tabellen: CSV, Excel eller JSON-stat")
    imported.add_argument("--indicator", required=True, metavar="ID", help="indikatoren, som tallene hører til")
    imported.add_argument("--write", action="store_true", help="skriv ændringerne i indikatorens fil")
    imported.add_argument("--remove", action="store_true", help="slet også tal fra samme kilde, som tabellen ikke har")
    imported.set_defaults(run=_import)

    fetched = commands.add_parser("fetch", help="hent tal fra Statistikbanken eller jobindsats.dk, og vis ændringerne")
    fetched.add_argument("ids", nargs="*", metavar="ID", help="indikatorerne, der skal hentes tal til")
    fetched.add_argument("--all", action="store_true", help="alle indikatorer, der siger, hvor deres tal hentes")
    fetched.add_argument("--write", action="store_true", help="skriv ændringerne i indikatorernes filer")
    fetched.set_defaults(run=_fetch)

    pages = commands.add_parser("pages", help="skriv siderne som Markdown, til en anden sidebygger")
    pages.add_argument("--out", type=Path, required=True, help="mappen, siderne lægges i")
    pages.set_defaults(run=_pages)

    for command in (check, build, serve, confirmed, imported, fetched, pages):
        command.add_argument("--data", type=Path, default=Path("data"), help="mappen med data (data)")
    return parser


def _check(options: argparse.Namespace) -> int:
    _, found = site.check(options.data, _today())
    print(problems.FORMATS[options.format](found))
    return PROBLEMS if problems.has_errors(found) else FINE


def _build(options: argparse.Namespace) -> int:
    _, found = site.check(options.data, _today())
    if problems.has_errors(found):
        print(problems.as_text(found), file=sys.stderr)
        print(f"Siden er ikke bygget. {options.out} er, som den var.", file=sys.stderr)
        return PROBLEMS
    out: Path = options.out.resolve()
    if out.exists() and not (out.is_dir() and _looks_built(out)):
        print(f"{options.out} er ikke en side, som Pejl har bygget. Vælg en anden mappe med --out.", file=sys.stderr)
        return USAGE
    out.parent.mkdir(parents=True, exist_ok=True)
    # Built beside its goal, so that the swap is a rename and a killed build leaves the last good site.
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as folder:
        fresh, last = Path(folder) / "fresh", Path(folder) / "last"
        status = _mkdocs("build", "--strict", "--site-dir", str(fresh), data=options.data)
        if status:
            print(f"Siden er ikke bygget. {options.out} er, som den var.", file=sys.stderr)
            return BUG
        if out.exists():
            out.rename(last)
        fresh.rename(out)
    print(problems.summary(found))
    print(f"Siden ligger i {options.out}. Se den med: make serve")
    return FINE


def _serve(options: argparse.Namespace) -> int:
    return _mkdocs("serve", data=options.data, watched=True)


def _confirm(options: argparse.Namespace) -> int:
    loaded, found = site.check(options.data, _today())
    if problems.has_errors(found):
        print(problems.as_text(found), file=sys.stderr)
        return PROBLEMS
    readings = list(read_against(loaded))
    unknown = set(options.ids) - {reading.record.id for reading in readings}
    if unknown:
        print(f"Ingen koblinger eller svar hører til: {', '.join(sorted(unknown))}.", file=sys.stderr)
        return USAGE
    # Without ids only what nobody has read before: a changed text must be read again by its editor, not in bulk.
    chosen = [item for item in readings if (item.record.id in options.ids if options.ids else item.seen is None)]
    print(f"{confirm.confirm(chosen)} linjer er skrevet.")
    return FINE


def _import(options: argparse.Namespace) -> int:
    today = _today()
    loaded, found = site.check(options.data, today)
    if importing.hindrances(found) or loaded.plan is None:
        print(problems.as_text(found), file=sys.stderr)
        print("Intet er skrevet. Ret først fejlene i data.", file=sys.stderr)
        return PROBLEMS
    indicator = loaded.plan.indicators.get(options.indicator)
    if indicator is None:
        hint = did_you_mean(options.indicator, loaded.plan.indicators)
        print(f"Ingen indikator har id'et »{options.indicator}«. {hint}", file=sys.stderr)
        return USAGE
    try:
        export = importing.read(options.file)
    except OSError:
        print(f"{options.file} kan ikke læses. Angiv en fil, der findes.", file=sys.stderr)
        return USAGE
    if indicator.import_ is None and not export.problems:
        print("\n".join([*importing.proposal(export, indicator, loaded.plan.areas), "", "Intet er skrevet."]))
        return FINE
    return _bring_in(importing.prepare(loaded, indicator, export, today, remove=options.remove), write=options.write)


def _bring_in(result: importing.Import, *, write: bool) -> int:
    """Show what an import changes, and write it where that is asked for."""
    if result.problems:
        print(problems.as_text(result.problems), file=sys.stderr)
        print("Intet er skrevet.", file=sys.stderr)
        return PROBLEMS
    print("\n".join(importing.lines(result)))
    if result.file is None:
        print("Der er intet at skrive.")
    elif write:
        try:
            result.write()
        except importing.RewriteError as error:
            print(problems.as_text([error.problem]), file=sys.stderr)
            return PROBLEMS
        print(f"Skrevet i {result.file.path}. Filen følger alle regler. Send den nu ind som et forslag.")
    else:
        print("Intet er skrevet endnu. Passer det, så kør det samme igen med --write.")
    return FINE


def _fetch(options: argparse.Namespace) -> int:
    today = _today()
    loaded, found = site.check(options.data, today)
    if importing.hindrances(found) or loaded.plan is None:
        print(problems.as_text(found), file=sys.stderr)
        print("Intet er hentet. Ret først fejlene i data.", file=sys.stderr)
        return PROBLEMS
    indicators = loaded.plan.indicators
    for name in options.ids:
        if name not in indicators:
            hint = did_you_mean(name, indicators)
            print(f"Ingen indikator har id'et »{name}«. {hint}", file=sys.stderr)
            return USAGE
    chosen = [indicator.id for indicator in fetching.fetchable(loaded)] if options.all else options.ids
    if not chosen:
        print("Ingen indikatorer er valgt. Skriv et id, eller skriv --all.", file=sys.stderr)
        return USAGE
    status = FINE
    for name in chosen:
        # Each is held against the data as those before it have left them.
        loaded, _ = site.check(options.data, today) if options.write else (loaded, None)
        indicator = loaded.of(Indicator)[name]
        print(f"{indicator.title} ({name})", flush=True)
        table = fetching.fetch(loaded, indicator, os.environ)
        status |= _bring_in(importing.prepare(loaded, indicator, table, today, remove=False), write=options.write)
        print()
    return status


def _pages(options: argparse.Namespace) -> int:
    built = site.build(options.data, _today())
    if problems.has_errors(built.problems):
        print(problems.as_text(built.problems), file=sys.stderr)
        return PROBLEMS
    files = {page.path: page.markdown() for page in built.pages} | {asset.path: asset.content for asset in built.assets}
    for path, content in files.items():
        target = options.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, "utf-8")
    print(f"{len(files)} filer ligger i {options.out}.")
    return FINE


def _schema(options: argparse.Namespace) -> int:
    options.out.mkdir(parents=True, exist_ok=True)
    for name, content in schema.schemas().items():
        (options.out / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(f"Skemaerne ligger i {options.out}.")
    return FINE


def _mkdocs(*arguments: str, data: Path, watched: bool = False) -> int:
    """Run MkDocs in a process of its own; in a pipe its words are shown only when it fails."""
    environment = os.environ | {"PEJL_DATA": str(data), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    shown = watched or sys.stderr.isatty()
    done = subprocess.run(command, env=environment, check=False, capture_output=not shown, text=True)  # noqa: S603
    if done.returncode and not shown:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode


def _looks_built(folder: Path) -> bool:
    """Tell whether a folder may be replaced: it is empty, or holds what a build leaves."""
    return not any(folder.iterdir()) or all((folder / name).is_file() for name in ("index.html", "sitemap.xml"))


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()
