import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.publish import swapping

FILES = 40

ENDLESS = f"""
import itertools, sys
from pathlib import Path
from generator.publish import swapping

goal = Path(sys.argv[1])
if sys.argv[2] == "two steps":
    swapping._exchanged = lambda *_: False
for number in itertools.count():
    swapping.tidy(goal)
    with swapping.workplace(goal) as place:
        (place.fresh / "data").mkdir(parents=True)
        for name in ["index.html", "data/datapackage.json", *range({FILES})]:
            (place.fresh / str(name)).write_text(str(number))
        place.swap()
    print(number, flush=True)
"""


@pytest.fixture
def goal(tmp_path):
    return tmp_path / "site"


@pytest.fixture(params=["one step", "two steps"])
def steps(request, monkeypatch):
    """Let folders be exchanged as this machine does it, and as one does that cannot do it in one step."""
    if request.param == "two steps":
        monkeypatch.setattr(swapping, "_exchanged", lambda *_: False)
    return request.param


def make(folder, words):
    (folder / "data").mkdir(parents=True)
    for name in ("index.html", "data/datapackage.json"):
        (folder / name).write_text(words, "utf-8")


def build(goal, words):
    with swapping.workplace(goal) as place:
        make(place.fresh, words)
        place.swap()


def leftovers(goal):
    return [path for path in goal.parent.iterdir() if path.name.startswith(f".{goal.name}-")]


def leave(goal, *, last=None, name="abcd_123"):
    """Leave what a build leaves that was killed: before the swap, or with the last site already moved."""
    folder = goal.parent / f".{goal.name}-{name}"
    make(folder / "fresh", "nyt")
    (folder / "lock").touch()
    if last:
        make(folder / "last", last)
    return folder


@pytest.mark.usefixtures("steps")
def test_a_first_site_and_the_next_one_are_put_in_place_whole(goal):
    build(goal, "første")
    assert (goal / "index.html").read_text("utf-8") == "første"
    (goal / "gammel.html").touch()
    build(goal, "anden")
    assert sorted(path.name for path in goal.iterdir()) == ["data", "index.html"]
    assert (goal / "index.html").read_text("utf-8") == "anden"
    assert leftovers(goal) == []


@pytest.mark.usefixtures("steps")
def test_an_empty_folder_and_a_missing_parent_are_places_for_a_site(tmp_path):
    (tmp_path / "tom").mkdir()
    for goal in (tmp_path / "tom", tmp_path / "a/b/site"):
        build(goal, "her")
        assert (goal / "index.html").read_text("utf-8") == "her"


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux exchanges two folders in one step.")
def test_the_last_site_is_in_its_place_until_the_new_one_is(goal, monkeypatch):
    build(goal, "første")
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("two steps were taken"))
    build(goal, "anden")
    assert (goal / "index.html").read_text("utf-8") == "anden"


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), ZeroDivisionError()])
def test_a_build_that_fails_leaves_the_last_site_and_nothing_else(goal, error):
    build(goal, "første")

    def fail():
        with swapping.workplace(goal) as place:
            make(place.fresh, "anden")
            raise error

    with pytest.raises(type(error)):
        fail()
    assert (goal / "index.html").read_text("utf-8") == "første"
    assert leftovers(goal) == []


def test_where_the_second_step_fails_the_first_is_taken_back(goal, monkeypatch):
    build(goal, "første")
    monkeypatch.setattr(swapping, "_exchanged", lambda *_: False)
    rename = Path.rename

    def fail(path, to):
        if path.name == "fresh":
            raise PermissionError(errno.EACCES, "closed", str(path))
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(PermissionError):
        build(goal, "anden")
    assert (goal / "index.html").read_text("utf-8") == "første"
    assert leftovers(goal) == []


def test_another_build_may_be_faster_between_the_two_steps(goal, monkeypatch):
    build(goal, "første")
    monkeypatch.setattr(swapping, "_exchanged", lambda *_: False)
    rename = Path.rename

    def faster(path, to):
        rename(path, to)
        if to.name == "last" and (to / "index.html").read_text("utf-8") == "første":
            make(goal, "anden")

    monkeypatch.setattr(Path, "rename", faster)
    build(goal, "tredje")
    assert (goal / "index.html").read_text("utf-8") == "tredje"
    assert leftovers(goal) == []


def test_an_error_of_the_exchange_itself_is_raised(goal, monkeypatch):
    class Library:
        def __init__(self, *_, **__):
            self.renameat2 = lambda *_: -1

    monkeypatch.setattr(swapping.ctypes, "CDLL", Library)
    monkeypatch.setattr(swapping.ctypes, "get_errno", lambda: errno.EACCES)
    with pytest.raises(PermissionError) as raised:
        build(goal, "første")
    assert raised.value.filename == str(goal)
    monkeypatch.setattr(swapping.ctypes, "get_errno", lambda: errno.EINVAL)  # a file system that cannot exchange
    build(goal, "første")
    assert (goal / "index.html").read_text("utf-8") == "første"


# What killed builds leave


def test_leftovers_are_swept_and_the_last_site_stays(goal):
    build(goal, "første")
    leave(goal)
    leave(goal, name="________", last="gammel")
    (goal.parent / f".{goal.name}-00000000").mkdir()
    swapping.tidy(goal)
    assert [path.name for path in goal.parent.iterdir()] == ["site"]
    assert (goal / "index.html").read_text("utf-8") == "første"


def test_a_site_that_a_killed_build_had_moved_is_put_back(goal):
    leave(goal, last="sidste gode")
    swapping.tidy(goal)
    assert (goal / "index.html").read_text("utf-8") == "sidste gode"
    assert leftovers(goal) == []


def test_what_is_not_ours_is_never_swept(goal):
    build(goal, "første")
    others = [".site-packages", ".site-abcd1234x", ".other-abcd1234", ".site-ABCD1234", "site-abcd1234"]
    for name in others:
        (goal.parent / name).mkdir()
        (goal.parent / name / "vigtigt.txt").touch()
    (goal.parent / ".site-fil_1234").touch()
    away = goal.parent / "andet"
    make(away / "fresh", "vigtigt")
    (goal.parent / ".site-link1234").symlink_to(away)
    swapping.tidy(goal)
    assert sorted(path.name for path in goal.parent.iterdir()) == sorted(
        [*others, ".site-fil_1234", ".site-link1234", "andet", "site"]
    )
    assert (away / "fresh/index.html").is_file()


def test_a_folder_that_nobody_has_made_needs_no_tidying(tmp_path):
    swapping.tidy(tmp_path / "a/b/site")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_living_build_is_left_alone(goal):
    with swapping.workplace(goal) as place:
        make(place.fresh, "anden")
        swapping.tidy(goal)
        assert (place.fresh / "index.html").is_file()
        place.swap()
    assert (goal / "index.html").read_text("utf-8") == "anden"


def test_where_files_cannot_be_locked_a_build_goes_on_and_nothing_is_swept(goal, monkeypatch):
    def fail(*_):
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(swapping.fcntl, "flock", fail)
    folder = leave(goal, last="første")
    swapping.tidy(goal)
    assert (folder / "last/index.html").is_file()
    build(goal, "anden")
    assert (goal / "index.html").read_text("utf-8") == "anden"


def test_a_folder_swept_before_it_is_locked_is_made_again(goal, monkeypatch):
    mkdtemp, made = swapping.tempfile.mkdtemp, []

    def swept_at_once(**where):
        made.append(mkdtemp(**where))
        if len(made) < 3:
            swapping.tidy(goal)
        return made[-1]

    monkeypatch.setattr(swapping.tempfile, "mkdtemp", swept_at_once)
    build(goal, "første")
    assert len(made) == 3
    assert (goal / "index.html").read_text("utf-8") == "første"
    assert leftovers(goal) == []


def test_what_works_for_a_killed_build_keeps_its_folder(goal, tmp_path):
    code = f"""
import os, subprocess, sys
from pathlib import Path
from generator.publish import swapping

with swapping.workplace(Path({str(goal)!r})) as place:
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    quiet = {{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}}
    print(subprocess.Popen(sleeper, pass_fds=place.held, **quiet).pid, flush=True)
    os.kill(os.getpid(), 9)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == -signal.SIGKILL, done.stderr
    swapping.tidy(goal)
    assert len(leftovers(goal)) == 1
    os.kill(int(done.stdout), signal.SIGKILL)
    deadline = time.monotonic() + 20
    while leftovers(goal) and time.monotonic() < deadline:
        time.sleep(0.05)
        swapping.tidy(goal)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("steps", ["one step", "two steps"])
def test_a_build_killed_at_any_moment_leaves_a_whole_site(goal, steps):
    moments = random.Random(steps)  # noqa: S311  the same moments in every run
    for _ in range(10):
        command = [sys.executable, "-c", ENDLESS, str(goal), steps]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
            assert process.stdout.readline() == "0\n"
            time.sleep(moments.uniform(0, 0.05))
            process.kill()
        if steps == "one step":
            assert goal.is_dir()
        swapping.tidy(goal)
        files = [path for path in goal.rglob("*") if path.is_file()]
        assert len({path.read_text() for path in files}) == 1
        assert len(files) == FILES + 2
        assert leftovers(goal) == []


# What may be replaced


def test_only_what_a_build_leaves_may_be_replaced(goal):
    assert swapping.is_replaceable(goal)
    goal.mkdir()
    assert swapping.is_replaceable(goal)
    (goal / "index.html").touch()
    assert not swapping.is_replaceable(goal)
    (goal / "data").mkdir()
    (goal / "data/datapackage.json").touch()
    assert swapping.is_replaceable(goal)
    assert not swapping.is_replaceable(goal / "index.html")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_folder_that_cannot_be_written_is_named_itself(goal, monkeypatch, number):
    def fail(*_, **__):
        raise OSError(number, os.strerror(number), str(goal.parent / ".site-x"))

    monkeypatch.setattr(swapping.tempfile, "mkdtemp", fail)
    with pytest.raises(OSError, match=os.strerror(number)) as raised:
        build(goal, "første")
    assert raised.value.filename == str(goal.parent)
