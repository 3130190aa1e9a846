"""What the tests of `pejl import` share."""

import pytest
from imports import SIMPLE, imported, importer, refuser


@pytest.fixture
def run(project, tmp_path, capsys):
    """Run `pejl import` on a table beside the sample plan."""
    return importer(project, tmp_path, capsys)


@pytest.fixture
def refused(run):
    """Run it on a table that it must refuse, and give what it says."""
    return refuser(run)


@pytest.fixture
def figures(run, tmp_path):
    """Give the figures that a table brings."""

    def call(table, mapping=SIMPLE, **more):
        status, said = run(table, mapping, "--write", **more)
        assert status == 0, said
        return [figure[:4] for figure in imported(tmp_path / "data")[1:]]

    return call
