import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.stretches import WHOLE, Stretch, stretches


def test_a_short_list_is_one_stretch_on_its_own_page():
    (only,) = stretches("indsatser/index.md", 100, 100)
    assert only == ("indsatser/index.md", Stretch("indsatser/", 1, 1, 100))


def test_an_empty_list_still_has_its_page():
    assert [path for path, _ in stretches("indsatser/index.md", 0, 100)] == ["indsatser/index.md"]


@pytest.mark.parametrize(
    ("path", "second"),
    [
        ("indsatser/index.md", "indsatser/side-2.md"),
        ("kilder/plan-2025.md", "kilder/plan-2025/side-2.md"),
        ("overblik/mangler/ubesvarede.md", "overblik/mangler/ubesvarede/side-2.md"),
    ],
)
def test_later_stretches_stand_below_the_first(path, second):
    assert [place for place, _ in stretches(path, 101, 100)] == [path, second]


def test_the_addresses_of_the_pages_are_those_of_their_paths():
    (_, first), (path, _) = stretches("kilder/plan-2025.md", 3, 2)
    assert first.address(1) == "kilder/plan-2025/"
    assert f"{first.address(2).rstrip('/')}.md" == path


@pytest.mark.parametrize(
    ("number", "of", "shown"),
    [
        (1, 2, [1, 2]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (4, 7, [1, 2, 3, 4, 5, 6, 7]),
        (9, 9, [1, None, 7, 8, 9]),
    ],
)
def test_a_page_leads_to_the_ends_and_to_those_beside_it(number, of, shown):
    assert Stretch("a/", number, of, 10).neighbours == shown


@given(st.lists(st.integers(), max_size=60), st.integers(1, 12))
def test_together_the_stretches_are_the_list(items, most):
    cut = [stretch.cut(items) for _, stretch in stretches("a/index.md", len(items), most)]
    assert [item for part in cut for item in part] == items
    assert all(len(part) <= most for part in cut)
    assert all(cut[1:])


def test_a_page_without_a_long_list_is_whole():
    assert (WHOLE.number, WHOLE.of) == (1, 1)
