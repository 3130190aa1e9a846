"""How hard running text is to read, told to an editor: LIX with its reasons.

LIX is the number of words in a sentence plus the percentage of words with more than six letters. A sentence ends at a
full stop, question mark, exclamation mark or colon; a number alone is no word.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.text import counted, lix, sentences, shortened, words

MOST_LIX = 45
"""What is above it is for readers who are used to difficult texts."""
FEWEST_WORDS = 50
"""Of a shorter text, LIX says nothing."""
MOST_NAMED = 2
_MOST_SHOWN = 70


def hard(paragraphs: Sequence[str]) -> str:
    """Say how hard the text of a page is, which sentences make it so and what to do; nothing where it is easy."""
    score = round(lix(*paragraphs))
    if score <= MOST_LIX or sum(len(words(each)) for each in paragraphs) < FEWEST_WORDS:
        return ""
    longest = sorted((one for each in paragraphs for one in sentences(each)), key=lambda one: -len(words(one)))
    named = "; ".join(
        f"»{shortened(one, _MOST_SHOWN)}« ({counted(len(words(one)), 'ord', 'ord')})" for one in longest[:MOST_NAMED]
    )
    return (
        f"lix {score}, og højst {MOST_LIX} er målet. De længste sætninger: {named}. "
        "Del dem, og skriv korte ord i stedet for lange."
    )
