"""Every rule has a folder in `bad/`: files that are laid over the sample, and the exact lines they must give."""

import re
from pathlib import Path

import pytest
from sample import FILES

from generator.base.rule import Rule

BAD = Path(__file__).parents[1] / "bad"
# What git, editors and hooks would mend in a file that is kept: these are written by test_source.py instead.
IN_BYTES = {Rule.FILE, Rule.DATA_FOLDER, Rule.CHARACTERS, Rule.LINE_ENDS, Rule.TAB, Rule.TWO_VERSIONS}
# The logo is no record: reading/test_logo.py.
BESIDE_RECORDS = {Rule.LOGO}
# Links are followed in the finished pages: test_crawling.py.
IN_PAGES = {Rule.DEAD_LINK}
# Only a page written by hand has tables: test_pages.py.
BY_HAND = {Rule.TABLE_NAME}
# What was is held against what is: history/test_against.py.
OVER_TIME = {Rule.LOST, Rule.REWRITTEN, Rule.OUT_OF_ORDER, Rule.ADDRESS_CHANGED}


@pytest.mark.parametrize("rule", sorted(path.name for path in BAD.iterdir()))
def test_a_broken_file_gives_exactly_the_expected_lines(rule, found):
    paths = [path for path in (BAD / rule).rglob("*") if path.suffix in (".yml", ".yaml")]
    changes = {path.relative_to(BAD / rule).as_posix(): path.read_text("utf-8") for path in paths}
    expected = (BAD / rule / "expected.txt").read_text("utf-8").splitlines()
    assert expected
    assert {re.search(r"\[([^\[]+)\]$", line)[1] for line in expected} == {rule}
    assert found(changes) == expected


def test_every_rule_has_a_broken_file():
    assert {path.name for path in BAD.iterdir()} == set(
        Rule
    ) - IN_BYTES - IN_PAGES - BY_HAND - OVER_TIME - BESIDE_RECORDS


def test_the_sample_has_no_problems(found):
    assert FILES
    assert found() == []
