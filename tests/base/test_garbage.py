import gc
import subprocess
import sys
import weakref

import pytest

from generator.base import garbage


@pytest.mark.parametrize("before", [True, False])
def test_the_search_rests_meanwhile_and_is_afterwards_as_it_was(before):
    was = gc.isenabled()
    try:
        (gc.enable if before else gc.disable)()
        with garbage.kept():
            assert not gc.isenabled()
        assert gc.isenabled() is before
    finally:
        (gc.enable if was else gc.disable)()


def test_it_is_as_it_was_though_something_fell():
    was = gc.isenabled()
    with pytest.raises(ZeroDivisionError), garbage.kept():
        _ = 1 / 0
    assert gc.isenabled() is was


ENDED = """
import atexit
from generator.base import garbage
atexit.register(print, "taken apart")
{}
garbage.end(3)
print("lives on")
"""


@pytest.mark.parametrize(("first", "told"), [("", (0, "lives on\ntaken apart\n")), ("garbage.leave([])", (3, ""))])
def test_where_something_was_left_the_process_ends_at_once_and_with_its_status(first, told):
    done = subprocess.run([sys.executable, "-c", ENDED.format(first)], capture_output=True, text=True, check=False)  # noqa: S603
    assert ((done.returncode, done.stdout), done.stderr) == (told, "")


def test_what_was_left_is_not_looked_through_and_goes_when_the_process_goes_on():
    class Plan:
        pass

    plan = Plan()
    left = weakref.ref(plan)
    garbage.leave(plan)
    del plan
    gc.collect()
    assert left() is not None
    assert gc.get_freeze_count() > 0
    garbage.resume()
    assert left() is None
    assert gc.get_freeze_count() == 0
