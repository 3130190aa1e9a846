"""What the tests of the reading share: YAML as text in, values and lines of problems out."""

from generator.reading.source import parse


def lines(problems):
    """Give problems as an editor reads them."""
    return [str(problem) for problem in problems]


def value(text):
    """Give the value of a text in which nothing is wrong."""
    file, problems = parse(text, "x.yml")
    assert problems == []
    return file.value


def said(text):
    """Give the one thing that is wrong with a text that cannot be read."""
    file, problems = parse(text, "x.yml")
    assert file.value is None
    (problem,) = lines(problems)
    return problem
