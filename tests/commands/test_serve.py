import sys

import pytest

from generator.commands import serve
from generator.terminal import platform_process


def test_the_site_is_served_from_the_data_that_were_asked_for(project, pejl, monkeypatch, tmp_path):
    code = "import os, pathlib, sys; pathlib.Path('set.txt').write_text(f'{sys.argv[1:]} {os.environ[\"PEJL_DATA\"]}')"
    seen, data = tmp_path / "set.txt", project()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(platform_process, "_COMMAND", (sys.executable, "-c", code))
    assert pejl("serve", "--data", data) == (0, "", "")
    assert seen.read_text("utf-8") == f"['serve'] {data}"


@pytest.mark.parametrize("status", [0, 1])
def test_serve_ends_as_the_server_did(pejl, monkeypatch, status):
    monkeypatch.setattr(serve.platform, "serve", lambda _: status)
    assert pejl("serve") == (status, "", "")


def test_breaking_off_is_how_serving_ends(pejl, monkeypatch):
    def broken_off(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(serve.platform, "serve", broken_off)
    assert pejl("serve") == (0, "", "")
