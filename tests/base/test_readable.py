"""How hard a text is said to be, counted by hand."""

from generator.base.readable import hard

# Ten words in each sentence, and four of them have seven letters or more: 10 + 40.
TEN = "Kommunen hjælper ledige borgere med at få job via jobcentret."


def test_a_hard_text_is_told_with_its_score_and_its_longest_sentences():
    # 53 words, 5 sentences and 20 long words: 10.6 + 37.7.
    long = "Kommunen hjælper ledige borgere med at få job via jobcentret og via andre."
    assert hard([f"{TEN} {TEN} {TEN}", f"{long} {TEN}"]) == (
        "lix 48, og højst 45 er målet. De længste sætninger: "
        "»Kommunen hjælper ledige borgere med at få job via jobcentret og via …« (13 ord); "
        "»Kommunen hjælper ledige borgere med at få job via jobcentret.« (10 ord). "
        "Del dem, og skriv korte ord i stedet for lange."
    )


def test_an_easy_text_and_one_too_short_to_tell_are_not_told():
    assert hard([TEN] * 4) == ""
    assert hard(["Her er ti ord, som alle er nemme at se."] * 6) == ""
    assert hard([]) == ""
