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
    (problem,) = hard_to_read(f"<p>{HARD}</p>" * 5, "emner/job/", "data/themes.yml")
    assert str(problem) == (
        "data/themes.yml:1:1: advarsel: Siden »/emner/job/« har lix 50, og højst 45 er målet. De længste sætninger: "
        f"»{HARD}« (10 ord); »{HARD}« (10 ord). Del dem, og skriv korte ord i stedet for lange. [lix]"
    )


def test_what_is_quoted_makes_no_page_hard():
    assert hard_to_read(f"<p>{EASY}</p>" + f"<blockquote>{HARD}</blockquote>" * 9, "a/", "data/a.yml") == []
