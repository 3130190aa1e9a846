import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sample import FILES

from generator.commands import build
from generator.terminal.platform_process import Outcome

ROOT = Path(__file__).parents[2]
BAD = {"indicators/ledighed.yml": FILES["indicators/ledighed.yml"].replace("value: 2550", "value: 72,3")}
BUG = "Det er en fejl i Pejl, ikke i dine data. Opret en sag i projektets kodelager, og sæt teksten ovenfor ind.\n"


def site(folder, words="sidste gode"):
    (folder / "data").mkdir(parents=True)
    for name in ("index.html", "data/datapackage.json"):
        (folder / name).write_text(words, "utf-8")


@pytest.fixture
def out(tmp_path):
    """Give a folder with a site from before, in a folder of its own."""
    site(tmp_path / "ud/site")
    return tmp_path / "ud/site"


@pytest.fixture
def platform(monkeypatch):
    """Let the site be built by another function than MkDocs; it gives an outcome, or None where all went well."""

    def use(function):
        def call(data, folder, settings, held):
            return function(data, folder, settings, held) or Outcome(0, "Ingen fejl.\n", "OBS\n")

        monkeypatch.setattr(build.platform, "build", call)

    return use


@pytest.fixture
def building(project, pejl, out):
    """Build a site that comes to nothing, and give the status and what was said before that the last site stands."""

    def call():
        status, said, errors = pejl("build", "--data", project(), "--out", out)
        assert said == ""
        assert stands(out)
        return status, errors.removesuffix(f" Siden er ikke bygget. {out} er, som den var.\n")

    return call


def stands(out):
    """Tell whether the last site stands untouched, with nothing beside it."""
    return os.listdir(out.parent) == ["site"] and (out / "index.html").read_text("utf-8") == "sidste gode"  # noqa: PTH208


def test_a_site_is_built_and_the_next_one_replaces_it_whole(project, tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://x.example")
    out = tmp_path / "site"
    command = [sys.executable, "-m", "generator", "build", "--data", project(), "--out", out]
    for _ in range(2):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"Ingen fejl og ingen advarsler.\nSiden ligger i {out}. Se den med: make serve\n"
        assert "Job først" in (out / "pejlemaerker/p1/index.html").read_text("utf-8")
        assert not (out / "gammel.html").exists()
        (out / "gammel.html").write_text("væk", "utf-8")


def test_bad_data_leaves_the_last_good_site(project, pejl, out):
    status, said, errors = pejl("build", "--data", project(BAD), "--out", out)
    assert (status, said) == (1, "")
    assert errors.endswith(f"[tal]\n1 fejl og ingen advarsler.\nSiden er ikke bygget. {out} er, som den var.\n")
    assert stands(out)


def with_form_editor():
    about = FILES["site.yml"]
    return {
        "site.yml": about.replace("licence:", "repository: https://github.com/by/x\nform_editor: {branch: m}\nlicence:")
    }


def test_the_form_editor_is_fetched_for_a_site_that_has_it_and_only_once(project, pejl, out, platform, monkeypatch):
    fetched = []
    monkeypatch.setattr(build.form_library, "is_fetched", lambda: bool(fetched))
    monkeypatch.setattr(build.form_library, "fetch", lambda: fetched.append(1))
    platform(lambda _data, folder, *_: site(folder, "ny"))
    assert pejl("build", "--data", project(), "--out", out)[0] == 0
    assert fetched == []
    for first in ("Henter formularredaktøren …", "Ingen fejl."):
        status, said, _ = pejl("build", "--data", project(with_form_editor()), "--out", out)
        assert (status, said.splitlines()[0]) == (0, first)
    assert fetched == [1]


def test_a_form_editor_that_cannot_be_fetched_leaves_the_last_good_site(project, pejl, out, monkeypatch):
    def fail():
        raise build.form_library.FetchError("Ingen npm.")

    monkeypatch.setattr(build.form_library, "is_fetched", lambda: False)
    monkeypatch.setattr(build.form_library, "fetch", fail)
    status, said, errors = pejl("build", "--data", project(with_form_editor()), "--out", out)
    assert (status, said) == (4, "Henter formularredaktøren …\n")
    assert errors == f"Ingen npm.\nSiden er ikke bygget. {out} er, som den var.\n"
    assert stands(out)


def test_a_folder_that_is_not_a_site_is_never_replaced(project, pejl, tmp_path):
    folder = tmp_path / "breve"
    folder.mkdir()
    (folder / "brev.txt").write_text("vigtigt", "utf-8")
    sentence = f"{folder} er ikke en side, som Pejl har bygget. Vælg en anden mappe med --out.\n"
    assert pejl("build", "--data", project(), "--out", folder) == (2, "", sentence)
    assert (folder / "brev.txt").read_text("utf-8") == "vigtigt"


def test_the_site_is_of_the_day_that_the_data_were_checked(project, pejl, out, platform, monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", "2026-01-15")
    seen = []

    def made(data, folder, settings, _):
        seen.append((data, settings))
        site(folder, "ny")

    platform(made)
    data = project()
    said = f"Ingen fejl.\nSiden ligger i {out}. Se den med: make serve\n"
    assert pejl("build", "--data", data, "--out", out) == (0, said, "OBS\n")
    assert seen == [(data, {"PEJL_TODAY": "2026-01-15"})]
    assert (out / "index.html").read_text("utf-8") == "ny"


def test_what_killed_builds_left_is_put_back_and_swept_even_where_the_data_are_bad(project, pejl, out):
    moved = out.parent / ".site-abcd1234/last"
    moved.parent.mkdir()
    out.rename(moved)
    assert pejl("build", "--data", project(BAD), "--out", out)[0] == 1
    assert stands(out)


def test_mistakes_for_an_editor_are_told_as_they_are(project, pejl, out, platform):
    platform(lambda *_: Outcome(1, errors="a.md:1:1: fejl: et link er dødt\n1 fejl.\n"))
    assert pejl("build", "--data", project(), "--out", out) == (
        1,
        "",
        f"a.md:1:1: fejl: et link er dødt\n1 fejl.\nSiden er ikke bygget. {out} er, som den var.\n",
    )
    assert stands(out)


def test_a_bug_while_building_is_told_as_ours(project, pejl, out, platform):
    trace = "Traceback (most recent call last):\n  …\nZeroDivisionError: division by zero\n"
    platform(lambda *_: Outcome(1, errors=trace))
    said = f"{trace}\n{BUG}Siden er ikke bygget. {out} er, som den var.\n"
    assert pejl("build", "--data", project(), "--out", out) == (3, "", said)
    assert stands(out)


def test_a_build_stopped_by_the_machine(project, pejl, out, platform):
    platform(lambda *_: Outcome(-9, errors="x"))
    assert pejl("build", "--data", project(), "--out", out) == (
        4,
        "",
        f"Bygningen blev standset udefra. Måske slap hukommelsen op.\nSiden er ikke bygget. {out} er, som den var.\n",
    )
    assert stands(out)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "Disken er fuld. Gør plads, og kør det samme igen."),
        (
            errno.EACCES,
            "Du har ikke adgang til /data/x. Få adgang, eller vælg en anden mappe.",
        ),
        (errno.EROFS, "/data/x ligger på et drev, der kun kan læses. Vælg en anden mappe."),
    ],
)
def test_a_machine_in_the_way_of_the_other_process_is_one_sentence(building, platform, number, sentence):
    error = OSError(number, os.strerror(number), "/data/x")
    trace = f"OBS\nTraceback (most recent call last):\n  File …\n{type(error).__name__}: {error}\n"
    platform(lambda *_: Outcome(1, errors=trace))
    assert building() == (4, sentence)


def test_a_machine_in_the_way_of_the_swap_is_one_sentence(building, platform, monkeypatch):
    def fail(*_):
        raise OSError(errno.EBUSY, "busy", "/data/x")

    platform(lambda _, folder, *__: site(folder, "ny"))
    monkeypatch.setattr(build.swapping, "_exchanged", fail)
    sentence = "/data/x er i brug. Luk det program, der bruger den, eller vælg en anden mappe."
    assert building() == (4, sentence)


def test_a_build_broken_off_after_the_swap_does_not_say_that_nothing_changed(project, pejl, out, platform, monkeypatch):
    def broken_off(*_, **__):
        raise KeyboardInterrupt

    platform(lambda _, folder, *__: site(folder, "ny"))
    monkeypatch.setattr(build.swapping.shutil, "rmtree", broken_off)
    assert pejl("build", "--data", project(), "--out", out) == (130, "", "\nAfbrudt.\n")
    assert (out / "index.html").read_text("utf-8") == "ny"


def test_a_folder_on_a_full_disk(building, monkeypatch):
    def fail(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(build.swapping.tempfile, "mkdtemp", fail)
    assert building() == (4, "Disken er fuld. Gør plads, og kør det samme igen.")


@pytest.mark.skipif(os.geteuid() == 0, reason="Root may write everywhere.")
def test_a_folder_that_may_not_be_written(building, out):
    out.parent.chmod(0o500)
    try:
        assert building() == (4, f"Du har ikke adgang til {out.parent}. Få adgang, eller vælg en anden mappe.")
    finally:
        out.parent.chmod(0o700)


def test_a_build_that_is_broken_off_says_so_and_leaves_the_last_site(project, out, tmp_path):
    data = project()
    slow = "import pathlib, time\npathlib.Path('started').touch()\ntime.sleep(60)\n"
    (tmp_path / "build.py").write_text(slow, "utf-8")
    other = (
        "import pathlib, sys\nfrom generator.commands import main\nfrom generator.terminal import platform_process\n"
        "platform_process._SCRIPTS = pathlib.Path()\nsys.exit(main())"
    )
    command = [sys.executable, "-c", other, "build", "--data", str(data), "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603
        deadline = time.monotonic() + 60
        while not (tmp_path / "started").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert (process.returncode, errors) == (130, f"\nAfbrudt. Siden er ikke bygget. {out} er, som den var.\n")
    assert stands(out)
