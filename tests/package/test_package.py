"""The package as others have it: built, installed in an empty folder, and used there by a municipality of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import frozen
import pytest
from pages import page

BUILD = "import sys, package; print(package.build_wheel(sys.argv[1]))"
NORDBY = (
    "municipality=Nordby Kommune",
    "unit=Ældre og psykiatri",
    "title=Omsorg i Nordby",
    "words.benchmark.article=en",
    "words.benchmark.one=retning",
    "words.benchmark.the=retningen",
    "words.benchmark.many=retninger",
    "words.benchmark.the_many=retningerne",
    "colour=#5b2333",
    "contact.role=Sekretariatet",
    "contact.phone=87 65 43 21",
)
OTHERS_WORDS = re.compile("pejlemærk|pejlemaerk|randers|beskæftigelse|beskaeftigelse", re.IGNORECASE)
"""What the municipality that Pejl was made for says, and no other need say."""


@dataclass(frozen=True)
class Installed:
    """A machine with nothing of the repository on it but the package."""

    place: Path

    def run(self, program: str, *arguments: str, folder: str = ".", today: str = "2026-01-15") -> tuple[int, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        done = subprocess.run(  # noqa: S603
            [self.place / ".venv/bin" / program, *arguments],
            cwd=self.place / folder,
            env={**kept, "PEJL_TODAY": today, "XDG_CACHE_HOME": str(self.place / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    place = tmp_path_factory.mktemp("empty")
    package = {**os.environ, "PYTHONPATH": str(frozen.ROOT / "hooks")}
    build = [sys.executable, "-c", BUILD, place]
    name = subprocess.run(build, env=package, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    venv.create(place / ".venv", symlinks=True)
    python = place / ".venv/bin/python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", "--quiet"]
    subprocess.run([*pip, place / name], check=True)  # noqa: S603
    # What the package needs is taken from here; a path file there reads none of the path files here.
    (libraries,) = (place / ".venv/lib").glob("python*/site-packages")
    (libraries / "needed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return Installed(place)


@pytest.fixture(scope="module")
def nordby(installed):
    """Give the folder that a municipality has begun in, and what it was told."""
    fields = [word for field in NORDBY for word in ("--set", field)]
    told = installed.run("pejl", "new", "nordby", *fields, "--write")
    return installed.place / "nordby", told


@pytest.fixture(scope="module")
def vestby(installed):
    """Give the site that the package builds of a municipality of another field."""
    folder = installed.place / "vestby"
    shutil.copytree(frozen.OTHER.parent, folder)
    shutil.rmtree(folder / "content/redaktoer")  # so that the guide is the one that comes with the package
    assert installed.run("pejl", "build", folder="vestby", today=frozen.OTHER_TODAY.isoformat())[0] == 0
    return folder / "site"


def foreign(site: Path) -> dict[str, set[str]]:
    """Find the first municipality's words in what a reader or a program gets of a site, by file."""
    found = {}
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.suffix in (".html", ".json", ".jsonld", ".csv", ".xml", ".txt", ".svg"):
            found[name] = set(OTHERS_WORDS.findall(f"{name}\n{path.read_text('utf-8')}"))
    return {name: words for name, words in found.items() if words}


def test_the_package_has_a_name_of_its_own(installed):
    where = "import pejl, importlib.util as u; print(u.find_spec('generator'), pejl.__file__)"
    status, said = installed.run("python", "-c", where)
    assert status == 0
    assert said.startswith("None ")
    assert Path(said.split()[1]).is_relative_to(installed.place / ".venv")


def test_a_municipality_begins_in_an_empty_folder(installed, nordby):
    folder, (status, said) = nordby
    assert status == 0, said
    assert said.endswith("Skrevet. Mappen nordby er klar. Læs README.md i den.\n")
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {name for name in files if ".schemas" not in name} == {
        ".github/workflows/data.yml",
        ".github/workflows/publish.yml",
        ".gitignore",
        "README.md",
        "content/om/index.md",
        "data/areas.yml",
        "data/site.yml",
        "requirements.txt",
    }
    assert installed.run("pejl", "check", folder="nordby") == (0, "Ingen fejl og ingen advarsler.\n")


def test_its_site_says_nothing_of_the_first_municipality(installed, nordby):
    folder, _ = nordby
    status, said = installed.run("pejl", "build", folder="nordby")
    assert status == 0, said
    assert "Omsorg i Nordby" in (folder / "site/index.html").read_text("utf-8")
    assert foreign(folder / "site") == {}


def test_a_whole_site_of_another_field_says_nothing_of_the_first_municipality(vestby):
    assert (vestby / "fokusomraader/f1/index.html").is_file()
    assert len(list(vestby.rglob("index.html"))) > 40
    assert foreign(vestby) == {}


def test_the_guide_comes_with_the_package_in_the_municipalitys_own_word(vestby):
    page("redaktoer/opgaver.md", "{#ny}")
    guide = (vestby / "redaktoer/opgaver/index.html").read_text("utf-8")
    assert "<p>Sådan opretter du et fokusområde:</p>" in guide
    assert "pejl new fokusområde " in guide
