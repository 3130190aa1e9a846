"""Builds the package that other municipalities install: what stands in this repository, under the one name `pejl`.

The folders keep their places to each other inside it, so that the code finds them in the same way in both, and the
imports of `generator` become imports of `pejl.generator`. The extra `locked` holds the versions of `requirements.txt`.
An editable install is the repository as it stands.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from flit_core import buildapi
from flit_core.buildapi import build_editable, build_sdist

__all__ = ["build_editable", "build_sdist", "build_wheel", "prepare_metadata_for_build_wheel"]

Settings: TypeAlias = dict[str, str] | None

ROOT = Path(__file__).parents[1]
NAME = "pejl"
CARRIED = ("generator", "hooks", "content/redaktoer", "mkdocs.yml")
"""What the package carries: the code, the frame of the pages, and the guide for those who edit."""
_OURS = "README.md", "LICENSE"
_UNWANTED = shutil.ignore_patterns("__pycache__", "node_modules", ".*")
_FROM, _WHOLE = (
    re.compile(rf"^( *){words}", re.MULTILINE) for words in (r"from generator(?=[. ])", "import generator$")
)
_LOCKED = re.compile(r"^([\w.-]+==[^ \\;]+(?: ; [^\\\n]+)?) \\$", re.MULTILINE)
_MAIN = """\
import sys

from pejl.generator.commands import main

sys.exit(main())
"""


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None) -> str:
    """Build the package into a folder, and give the name of its file."""
    goal = Path(wheel_directory).absolute()
    with _staged():
        return str(buildapi.build_wheel(str(goal), config_settings, metadata_directory))


def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: Settings = None) -> str:
    """Write what the package says about itself into a folder, and give the name of the one it stands in."""
    goal = Path(metadata_directory).absolute()
    with _staged():
        return str(buildapi.prepare_metadata_for_build_wheel(str(goal), config_settings))


@contextlib.contextmanager
def _staged() -> Iterator[None]:
    """Put the package together in a folder of its own, and work there meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name in CARRIED:
            source, target = ROOT / name, home / NAME / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target, ignore=_UNWANTED) if source.is_dir() else shutil.copy2(source, target)
        for path in (home / NAME).rglob("*.py"):
            path.write_text(imported(path.read_text("utf-8")), "utf-8", newline="\n")
        about = (ROOT / "pyproject.toml").read_text("utf-8")
        (home / "pyproject.toml").write_text(described(about, locked()), "utf-8", newline="\n")
        (home / NAME / "__init__.py").write_text(f'"""{_first_line(about)}"""\n', "utf-8", newline="\n")
        (home / NAME / "__main__.py").write_text(
            f'"""Lets the commands be run as `python -m {NAME}`."""\n\n{_MAIN}', "utf-8", newline="\n"
        )
        for name in _OURS:
            shutil.copy2(ROOT / name, home / name)
        with contextlib.chdir(home):
            yield


def imported(code: str) -> str:
    """Give a module as the package has it: what it imports of the generator, it imports from the package."""
    return _WHOLE.sub(rf"\1from {NAME} import generator", _FROM.sub(rf"\1from {NAME}.generator", code))


def described(about: str, versions: list[str]) -> str:
    """Give the description of the project as the package has it."""
    extra = "".join(f"    {json.dumps(version)},\n" for version in versions)
    for ours, theirs in (
        ('name = "generator"', f'name = "{NAME}"'),
        ('"generator.commands:main"', f'"{NAME}.generator.commands:main"'),
        ("[project.optional-dependencies]\n", f"[project.optional-dependencies]\nlocked = [\n{extra}]\n"),
    ):
        if about.count(ours) != 1:
            raise ValueError(f"pyproject.toml no longer says {ours!r} once.")
        about = about.replace(ours, theirs)
    return about


def locked() -> list[str]:
    """List the versions that this version of Pejl is tested with."""
    return _LOCKED.findall((ROOT / "requirements.txt").read_text("utf-8"))


def _first_line(about: str) -> str:
    found = re.search(r'^description = "(.+)"$', about, re.MULTILINE)
    return found[1] if found else NAME
