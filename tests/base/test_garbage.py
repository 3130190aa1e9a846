import gc

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
