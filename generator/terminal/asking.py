"""Questions put to whoever sits at the terminal; nobody is asked where there is no terminal."""

from __future__ import annotations

import sys


def ask(question: str) -> str:
    """Put a question and give the answer.

    Raises:
        EOFError: there is nobody to answer.
    """
    print(question, file=sys.stderr)
    return input("> ")


def is_somebody_there() -> bool:
    """Tell whether there is a terminal to ask at."""
    return sys.stdin is not None and sys.stdin.isatty()
