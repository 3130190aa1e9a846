"""Words as the search compares them: cut, folded and without endings, by rules that Python and the browser both read.

The rules stand here and nowhere else. They are data, and written so that a regular expression of either language says
the same: `tables` hands them to `search-engine.js`, and the tests hold both against each other, word by word.

The endings are those that Danish puts behind nouns, verbs and adjectives. Snowball's stemmer for Danish takes them off
too, and then goes on to take »ledig«, »ledelse« and »leder« for one word, which a councillor does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from generator.base.text import MONTHS

FOLDS: Sequence[tuple[str, str]] = (
    # The Arabic article, which is written together with its word.
    (r"^ال(?=...)", ""),
    # Numbers: the point between thousands is not said, and a decimal may be written with either sign.
    (r"\.(?=[0-9]{3}(?![0-9]))", ""),
    (r",", "."),
    # Danish letters and what is typed for them on another keyboard, or in haste.
    (r"ae|[æäåáàâã]", "a"),
    (r"oe|[øöóòô]", "o"),
    (r"[éèêë]", "e"),
    (r"[üúùû]", "u"),
    (r"[íìîï]", "i"),
    (r"ß", "s"),
    # Letters that sound alike: »handikap«, »flexjob«.
    (r"ph", "f"),
    (r"c(?![eiyhæ])", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"z", "s"),
    (r"([^0-9])(?=\1)", ""),
)
"""What is replaced in a word, in this order."""

ENDINGS: Sequence[str] = (
    *("else", "elsen", "elsens", "elser", "elserne", "elsernes", "elsers", "elses"),
    *("hed", "heden", "hedens", "heder", "hederne", "hedernes", "heders", "heds"),
    *("ere", "erede", "eredes", "erende", "erendes", "erer", "eres", "eret", "erets"),
    *("er", "erne", "ernes", "ers", "ede", "edes", "en", "ende", "endes", "ene", "enes", "ens", "et", "ets"),
    *("e", "es"),
)
ENDING = rf"(?<=[^0-9]{{3}})(?:{'|'.join(ENDINGS)}|(?<![dt])s)$"
"""An ending, where it leaves three letters; the s of »plads« and »indsats« is none."""
WEAKENED: Sequence[tuple[str, str]] = ((r"(?<=[^0-9]{3})el$", "l"), (r"(?<=[^0-9]{3})tr$", "t"))
"""The vowel that a word loses when it bends: »regel« and »regler«, »center« and »centret«."""

_STOPS = """
    af al alle alt altid anden andet andre at bag begge ben bare bedre blev blive bliver både da de dem den denne
    der deres det dets dette dig din dine disse dit dog du efter eller en end ene er et far fik flere for fordi fra
    få får før først gennem giver god godt gør gøre går gået ham han hans har havde have her hende hendes hos hun
    hvad hvem hver hverken hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i ifølge igen ikke ind ingen
    intet ja jeg jer jeres kan kom komme kommer kun kunne lad lidt lige ligger man mange med meget mellem men mener
    mens mere mest mig min mine mit må måske ned nej noget nogen nogle nok nu når og også om op os over per pr på
    samt se ser selv siger sig sin sine sit skal skulle som står så sådan ta tage til ud uden under var ved vi vil
    ville vor vores vær være været
    a an and are do does how in is my of the to what where who
    das die ein eine für ich ist und wie wo
    і в на про та що як
    """

NUMBERS: Mapping[str, str] = {
    "nul": "0",
    "en": "1",
    "én": "1",
    "et": "1",
    "ét": "1",
    "to": "2",
    "tre": "3",
    "fire": "4",
    "fem": "5",
    "seks": "6",
    "syv": "7",
    "otte": "8",
    "ni": "9",
    "ti": "10",
    "elleve": "11",
    "tolv": "12",
}
"""Numbers that are typed as words behind the name of something: »mål to«."""
FILLERS = frozenset({"nr", "nummer", "no", "number"})
"""What may stand between a name and its number."""

_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)+(?![^\W_])|[^\W_]+")
_PERCENT = re.compile(r"%|(?<![^\W_])pct(?![^\W_])")
_FOLDS = [(re.compile(pattern), to) for pattern, to in FOLDS]
_ENDING = re.compile(ENDING)
_WEAKENED = [(re.compile(pattern), to) for pattern, to in WEAKENED]


def tokens(text: str) -> list[str]:
    """Cut a text into words and numbers, in small letters."""
    text = unicodedata.normalize("NFC", text).lower()
    # Hardly any text has one, and it is quicker to see that than to look for it.
    if "%" in text or "pct" in text:
        text = _PERCENT.sub(" procent ", text)
    return _WORD.findall(text)


def fold(word: str) -> str:
    """Write a word as everybody types it: without Danish letters, doubled letters and signs between thousands."""
    for pattern, to in _FOLDS:
        word = pattern.sub(to, word)
    return word


def stem(folded: str) -> str:
    """Take its ending off a folded word."""
    word = _ENDING.sub("", folded, count=1)
    for pattern, to in _WEAKENED:
        word = pattern.sub(to, word)
    return word


def key(word: str) -> str:
    """Give what a word is found by, whatever its ending and its spelling."""
    return stem(fold(word))


def joined(words: Sequence[str]) -> str:
    """Give what words are found by that somebody writes as one."""
    return key("".join(words))


STOPS = frozenset(map(fold, _STOPS.split()))
"""Words that say nothing about what is meant, folded; they count where nothing else is typed."""


def tables() -> dict[str, object]:
    """Give the rules for the browser."""
    return {
        "folds": FOLDS,
        "endings": ENDINGS,
        "ending": ENDING,
        "weakened": WEAKENED,
        "stops": sorted(STOPS),
        "numbers": NUMBERS,
        "fillers": sorted(FILLERS),
        "months": MONTHS,
    }
