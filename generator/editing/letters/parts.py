"""What a letter is read as, and what is said where it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

MOST_ROWS = 20_000
"""As many paragraphs as are read of a letter."""


class LetterError(ValueError):
    """Raised with a Danish sentence where a file holds no letter that can be read."""


@dataclass(frozen=True)
class Paragraph:
    """The words of a paragraph, and whether whoever wrote it has marked it as a heading."""

    text: str
    is_heading: bool = False
