"""The library behind the form editor: fetched by npm, by version and hash, and only for a site that has the editor.

It is no part of the repository. The lock in `rediger/npm/` names what is fetched, and npm refuses what is not that.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

NAME = "@sveltia/cms"
NEEDS = Path(__file__).parent / "rediger/npm"
"""The folder that says what is fetched."""
MODULES = NEEDS / "node_modules"

_FETCH = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--prefix", str(NEEDS))


class FetchError(Exception):
    """Raised with a Danish sentence where the library cannot be fetched."""


def version() -> str:
    """Give the version of the library that the lock names."""
    return _locked()[NAME]


def is_fetched() -> bool:
    """Tell whether everything is there, in the versions that the lock names."""
    return all(_installed(name) == wanted for name, wanted in _locked().items())


def fetch() -> None:
    """Fetch the library with its fonts.

    Raises:
        FetchError: there is no npm, or it did not get them.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise FetchError(
            "Formularredaktøren er slået til i site.yml, men npm mangler på maskinen. Installér Node.js, som har npm "
            "med, eller slet »form_editor« i site.yml."
        )
    done = subprocess.run([npm, *_FETCH], check=False, capture_output=True, encoding="utf-8", errors="replace")  # noqa: S603  nothing in it comes from outside
    if done.returncode or not is_fetched():
        said = f" npm siger:\n{done.stderr.strip()}\n" if done.stderr.strip() else " "
        raise FetchError(f"Formularredaktøren kunne ikke hentes.{said}Prøv igen, når maskinen er på nettet.")


def _locked() -> dict[str, str]:
    """Give the version of everything that is taken."""
    lock = json.loads((NEEDS / "package-lock.json").read_text("utf-8"))["packages"]
    return {name: lock[f"node_modules/{name}"]["version"] for name in lock[""]["dependencies"]}


def _installed(name: str) -> str:
    about = MODULES / name / "package.json"
    return str(json.loads(about.read_text("utf-8"))["version"]) if about.exists() else ""
