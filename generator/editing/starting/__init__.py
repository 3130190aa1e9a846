"""A folder for another municipality: its data, its own pages, its lock file and its workflows, and nothing else.

What stands in `files/` is copied with the answers in the place of `[[name]]`. What the answers do not say is said to be
missing, and never guessed.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from generator.base.text import as_id, capitalised
from generator.editing.composing import text_of
from generator.editing.filling import Ask, FillingError, given
from generator.editing.formatting.kinds import Kind
from generator.editing.rewriting import Change
from generator.editing.schema import FOLDER, written
from generator.model import Area, Site

_FILES = Path(__file__).parent / "files"
_PLACE = re.compile(r"\[\[(\w+)\]\]")
_HIDDEN = re.compile(r"^(git)")
"""What git and its host look for begins with a point, which no file of the package does."""
_NEEDED = {
    "municipality": "Hvad hedder kommunen? For eksempel »Nordby Kommune«.",
    "unit": "Hvilket område handler siden om? For eksempel »Ældre og psykiatri«.",
    "title": "Hvad skal siden hedde?",
}
_ARTICLE = "Hedder det »et« eller »en«?"
_WORD = {
    "the": "Og i bestemt form? For eksempel »fokusområdet«.",
    "many": "Og flere? For eksempel »fokusområder«.",
    "the_many": "Og alle sammen? For eksempel »fokusområderne«.",
}
_FIRST_WORD = "Hvad kalder I det, I styrer efter? Skriv ordet for ét, for eksempel »fokusområde«. Tomt: pejlemærke."
_MORE = {
    "colour": "Hvilken farve har I? Skriv den som #12436d. Tomt: Pejls egen blå.",
    "contact.role": "Hvem står for siden? Skriv en rolle, aldrig et navn.",
    "contact.phone": "Hvilket hovednummer kan man ringe til? Tomt: det mangler endnu.",
    "contact.email": "Hvilken officiel postkasse kan man skrive til? Tomt: den mangler endnu.",
}
_UNKNOWN_ADDRESS = "# Pejl kom fra en fil. Skriv i stedet »pejl[locked] @ « og adressen, som andre kan hente den på."
_UNKNOWN_ROLE = "Redaktionen"


def asked(ask: Ask) -> dict[str, Any]:
    """Ask whoever starts about the municipality."""
    pairs = []
    for name, question in _NEEDED.items():
        pairs.append(f"{name}={_until_said(ask, question)}")
    if one := ask(_FIRST_WORD).strip():
        forms = {"one": one, "article": _until_said(ask, _ARTICLE, ("et", "en"))}
        forms |= {name: _until_said(ask, question) for name, question in _WORD.items()}
        pairs += [f"words.benchmark.{name}={form}" for name, form in forms.items()]
    pairs += [f"{name}={said}" for name, question in _MORE.items() if (said := ask(question).strip())]
    return told(pairs)


def told(pairs: Iterable[str]) -> dict[str, Any]:
    """Read what is told of the municipality as fields of its `site.yml`.

    Raises:
        FillingError: there is no such field, or one that is needed is missing.
    """
    found = given(pairs, Kind(Site))
    missing = [name for name in _NEEDED if name not in found]
    if missing:
        raise FillingError(f"Der mangler noget om kommunen. Skriv {' '.join(f'--set {name}=…' for name in missing)}")
    return found


def started(folder: Path, known: Mapping[str, Any], today: dt.date) -> list[Change]:
    """Give every file of a new folder.

    Raises:
        FillingError: one of them is there already.
    """
    made = dict(_contents(known, today))
    there = [name for name in made if (folder / name).exists()]
    if there:
        raise FillingError(f"{folder / there[0]} er der allerede. Vælg en anden mappe.")
    return [Change(folder / name, None, text) for name, text in made.items()]


def is_schema(path: Path) -> bool:
    """Tell whether a file is one of those that only an editor's program reads."""
    return path.parent.name == FOLDER


def requirement() -> str:
    """Give the line that installs this very version again, with the versions of all else that it was tested with.

    Where pip took the package from a file on this machine, only its number can be said, and that an address is missing.
    """
    try:
        pejl = distribution("pejl")
    except PackageNotFoundError:
        return "pejl[locked]"
    origin = json.loads(pejl.read_text("direct_url.json") or "{}")
    address = str(origin.get("url", ""))
    if (vcs := origin.get("vcs_info")) and not address.startswith("file:"):
        return f"pejl[locked] @ {vcs['vcs']}+{address}@{vcs['commit_id']}"
    if address.startswith("https:"):
        digest = origin.get("archive_info", {}).get("hashes", {}).get("sha256")
        return f"pejl[locked] @ {address}{f'#sha256={digest}' if digest else ''}"
    return f"{_UNKNOWN_ADDRESS}\npejl[locked]=={pejl.version}" if origin else f"pejl[locked]=={pejl.version}"


def _contents(known: Mapping[str, Any], today: dt.date) -> Iterator[tuple[str, str]]:
    """Yield the files by their names: the data first, because that is what is begun with."""
    site = _site(known, today)
    name = site["municipality"].removesuffix(" Kommune")
    home = {"id": as_id(name), "title": site["municipality"], "short": name, "home": True}
    yield "data/site.yml", f"# yaml-language-server: $schema={FOLDER}/site.json\n{text_of(site, Site)}"
    yield "data/areas.yml", f"# yaml-language-server: $schema={FOLDER}/area.json\n{text_of([home], list[Area])}"
    for schema, text in written([(Area.type, home["id"])]).items():
        yield f"data/{FOLDER}/{schema}", text
    words = {**site, "requirement": requirement()}
    for path in sorted(path for path in _FILES.rglob("*") if path.is_file()):
        text = _PLACE.sub(lambda place: str(words[place[1]]), path.read_text("utf-8"))
        yield _HIDDEN.sub(r".\1", path.relative_to(_FILES).as_posix()), text


def _site(known: Mapping[str, Any], today: dt.date) -> dict[str, Any]:
    """Give the fields of `site.yml`: what is known, and of the rest that it is missing."""
    role, contact = _UNKNOWN_ROLE, dict(known.get("contact", {}))
    contact = {"role": role, **contact}
    lacks = [word for key, word in (("phone", "telefonnummer"), ("email", "e-mail")) if key not in contact]
    ways = [f"ringe på {contact['phone']}"] if "phone" in contact else []
    ways += [f"skrive til {contact['email']}"] if "email" in contact else []
    if lacks:
        contact.setdefault("missing", f"{capitalised(' og '.join(lacks))} er ikke skrevet ind endnu.")
    return {
        "tagline": f"{known['unit']} i {known['municipality']}",
        "summary": ["Siden er ny, og der står ikke noget på den endnu."],
        "respond": f"Du kan {' eller '.join(ways)}." if ways else "Det er ikke skrevet ind endnu, hvor du kan svare.",
        "licence": "Siden har ingen licens endnu. Spørg kommunen, før du bruger teksterne.",
        "accessibility": {
            "compliance": "ikke",
            "method": "Siden er ny. Den er ikke undersøgt endnu.",
            "assessed": today.isoformat(),
            "failings": ["Ingen har undersøgt, om siden kan bruges af alle."],
            "enforcement": (
                "Skriv først til kommunen, hvis noget på siden ikke er tilgængeligt. Får du ikke et svar, du kan "
                "bruge, kan du klage til Digitaliseringsstyrelsen."
            ),
        },
        **known,
        "contact": contact,
    }


def _until_said(ask: Ask, question: str, among: Collection[str] = ()) -> str:
    while not (said := ask(question).strip()) or (among and said not in among):
        pass
    return said
