"""A letter from outside as a letter of the data: read as paragraphs, cut into sections and points, word for word.

`reading` reads a file, `word` what Word has written, and `cutting` guesses where the parts begin. An editor corrects
the guess; the words are the letter's, and in its order.
"""

from generator.editing.letters.cutting import Letter, cut
from generator.editing.letters.filing import NOTES, filed, prefix_of
from generator.editing.letters.parts import LetterError
from generator.editing.letters.reading import read

__all__ = ["NOTES", "Letter", "LetterError", "cut", "filed", "prefix_of", "read"]
