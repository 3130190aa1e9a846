"""What of a generated page is held against LIX: its own sentences, and not what others have written."""

from generator.publish.readability import hard_to_read, own_text

HARD = "Kommunen hjælper ledige borgere med at få job via jobcentret."
EASY = "Her er ti ord, som alle er nemme at se."


def test_only_whole_sentences_of_the_page_itself_are_counted():
    body = (
        '<h1>Overskrift.</h1><p>Vi <a href="/x/">læser</a> det.</p><blockquote><p>De skrev.</p></blockquote>'
        '<p class="quoted">Citat.</p><ul><li>Et navn</li><li>Rådet skrev »Det er svært.«.</li></ul>'
        "<td>Ja &amp; nej.</td>"
    )
    assert own_text(body) == ["Vi læser det.", "Rådet skrev »«.", "Ja & nej."]


def test_a_hard_page_is_told_at_the_file_that_it_was_made_from():
    also = HARD.replace("Kommunen", "Byrådet")
    who = ("Kommunen", "Byrådet", "Regionen", "Udvalget", "Ministeriet")
    body = "".join(f"<p>{HARD.replace('Kommunen', each)}</p>" for each in who)
    (problem,) = hard_to_read(body, "emner/job/", "data/themes.yml")
    assert str(problem) == (
        "data/themes.yml:1:1: advarsel: Siden »/emner/job/« har lix 50, og højst 45 er målet. De længste sætninger: "
        f"»{HARD}« (10 ord); »{also}« (10 ord). Del dem, og skriv korte ord i stedet for lange. [lix]"
    )


def test_what_is_quoted_makes_no_page_hard():
    assert hard_to_read(f"<p>{EASY}</p>" + f"<blockquote>{HARD}</blockquote>" * 9, "a/", "data/a.yml") == []


def test_what_stands_in_every_row_counts_once():
    rows = "".join(f"<tr><td>H{number}</td><td>{HARD}</td></tr>" for number in range(9))
    assert own_text(f"<table>{rows}</table>") == [HARD]


def test_the_name_of_a_state_is_no_part_of_the_sentence_beside_it():
    state = '<span class="tag bad"><span aria-hidden="true">▼</span> Ikke imødekommet</span>'
    assert own_text(f"<li><p>{state} <a href='#a'>{EASY}</a></p></li>") == [EASY]


def test_a_quotation_ends_where_the_element_ends_that_it_stands_in():
    body = f'<div class="quoted"><div>De skrev.</div><p>{HARD}</p></div><p>{EASY}</p>'
    assert own_text(body) == [EASY]
