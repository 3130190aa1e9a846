"""Every rule has a folder in `bad/`: files that are laid over the sample, and the exact lines they must give."""

import ast
import re
from pathlib import Path

import pytest
from sample import FILES

import generator

BAD = Path(__file__).parents[1] / "bad"
SOURCES = [path for path in Path(generator.__file__).parent.rglob("*.py") if "templates" not in path.parts]
# What git, editors and hooks would mend in a file that is kept: these are written by test_source.py instead.
IN_BYTES = {"fil", "mappe", "tegnsæt", "linjeskift", "tabulator", "to-udgaver"}


@pytest.mark.parametrize("rule", sorted(path.name for path in BAD.iterdir()))
def test_a_broken_file_gives_exactly_the_expected_lines(rule, found):
    paths = [path for path in (BAD / rule).rglob("*") if path.suffix in (".yml", ".yaml")]
    changes = {path.relative_to(BAD / rule).as_posix(): path.read_text("utf-8") for path in paths}
    expected = (BAD / rule / "expected.txt").read_text("utf-8").splitlines()
    assert expected
    assert {re.search(r"\[(.+)\]$", line)[1] for line in expected} == {rule}
    assert found(changes) == expected


def test_every_rule_has_a_broken_file():
    assert {path.name for path in BAD.iterdir()} == _rules_in_code() - IN_BYTES


def test_every_rule_is_explained_to_editors():
    guide = (Path(__file__).parents[2] / "content/redaktoer/index.md").read_text("utf-8")
    assert set(re.findall(r"^\| `\[(.+?)\]` \|", guide, re.MULTILINE)) == _rules_in_code()


def test_the_sample_has_no_problems(found):
    assert FILES
    assert found() == []


def _rules_in_code():
    """Give the rule names that the code can put in brackets: what it passes as the rule of a problem."""
    names = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                place = {"Problem": 2, "_report": 2, "PydanticCustomError": 0}.get(called)
                if place is not None and len(node.args) > place and isinstance(node.args[place], ast.Constant):
                    names.add(node.args[place].value)
            elif isinstance(node, ast.Assign | ast.Return) and isinstance(node.value, ast.Tuple):
                # »message, rule = …, "anker"« and »return …, "filnavn"«
                last = node.value.elts[-1]
                if isinstance(last, ast.Constant) and isinstance(last.value, str) and _is_rule_tuple(node):
                    names.add(last.value)
            elif isinstance(node, ast.Assign) and _target(node) == "rule" and isinstance(node.value, ast.Constant):
                names.add(node.value.value)
    return names


def _is_rule_tuple(node):
    if isinstance(node, ast.Return):
        return True
    return isinstance(node.targets[0], ast.Tuple) and getattr(node.targets[0].elts[-1], "id", "") == "rule"


def _target(node):
    return getattr(node.targets[0], "id", "")
