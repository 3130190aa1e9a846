import pytest

from generator.base.lazy import Lazy


def test_a_value_is_made_when_it_is_asked_for_and_once():
    made = []

    def double(number):
        made.append(number)
        return 2 * number

    numbers = Lazy([3, 1, 2], double)
    assert (len(numbers), list(numbers), 3 in numbers, 4 in numbers, made) == (3, [3, 1, 2], True, False, [])
    assert (numbers[2], numbers[2], numbers.get(4), made) == (4, 4, None, [2])
    assert (dict(numbers), made) == ({3: 6, 1: 2, 2: 4}, [2, 3, 1])
    with pytest.raises(KeyError, match="4"):
        numbers[4]
