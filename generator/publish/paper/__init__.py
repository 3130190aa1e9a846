"""The same as the pages say, on paper: an appendix to an agenda as a tagged PDF, and a case's table in Word.

An appendix is rendered like a page, by a template that uses the pages' own pieces, so that both say the same. Its
HTML becomes plain nodes (`nodes`), which Typst sets (`setting`): no word of it is ever read as Typst's mark-up.
"""
