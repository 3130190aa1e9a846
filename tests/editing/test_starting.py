"""The folder of another municipality: the line that installs the same version again, wherever pip took it from."""

from __future__ import annotations

import json
from importlib import metadata
from types import SimpleNamespace

import pytest
from sample import TODAY

from generator.editing import starting
from generator.editing.filling import FillingError

TOLD = ("municipality=Nordby Kommune", "unit=Omsorg", "title=Omsorg i Nordby")
COMMIT = "0123456789abcdef0123456789abcdef01234567"

FROM_A_FILE = """\
# Pejl kom fra en fil. Skriv i stedet »pejl[locked] @ « og adressen, som andre kan hente den på.
pejl[locked]==0.3.0"""


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "pejl[locked]==0.3.0"),
        ({"url": "file:///tmp/pejl.whl", "archive_info": {}}, FROM_A_FILE),
        ({"url": "file:///tmp/pejl", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, FROM_A_FILE),
        (
            {"url": "https://git.example/pejl", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"pejl[locked] @ git+https://git.example/pejl@{COMMIT}",
        ),
        (
            {"url": "https://git.example/pejl.whl", "archive_info": {"hashes": {"sha256": "ab12"}}},
            "pejl[locked] @ https://git.example/pejl.whl#sha256=ab12",
        ),
        (
            {"url": "https://git.example/pejl.whl", "archive_info": {}},
            "pejl[locked] @ https://git.example/pejl.whl",
        ),
    ],
)
def test_the_same_version_is_installed_again(monkeypatch, origin, line):
    package = SimpleNamespace(version="0.3.0", read_text=lambda _: json.dumps(origin) if origin else None)
    monkeypatch.setattr(starting, "distribution", lambda _: package)
    assert starting.requirement() == line


def test_where_there_is_no_package_only_its_name_is_known(monkeypatch):
    def missing(_):
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(starting, "distribution", missing)
    assert starting.requirement() == "pejl[locked]"


def test_every_place_in_the_files_is_filled_in(tmp_path):
    changes = starting.started(tmp_path, starting.told(TOLD), TODAY)
    assert [change.path.name for change in changes if "[[" in (change.after or "")] == []


def test_a_field_that_there_is_not_is_told():
    with pytest.raises(FillingError, match="Feltet »farve« kendes ikke"):
        starting.told([*TOLD, "farve=#12436d"])
