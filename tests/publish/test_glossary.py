import pytest

from generator.model import Term
from generator.publish.glossary import Glossary


@pytest.fixture
def page():
    titles = {"fgu": "FGU", "fleksjob": "Fleksjob", "job": "Job", "plan": "Fælles plan", "lab-loven": "LAB-loven"}
    terms = {id_: Term(id=id_, title=title, explanation="En forklaring.") for id_, title in titles.items()}
    return Glossary(terms).page()


def test_a_word_is_linked_to_its_explanation(page):
    assert page("Et fleksjob er et job.") == (
        'Et <a class="term" href="/ordliste/#fleksjob">fleksjob</a> '
        'er et <a class="term" href="/ordliste/#job">job</a>.'
    )


def test_only_the_first_use_on_a_page_is_linked(page):
    assert "<a" in page("Et fleksjob.")
    assert page("Fleksjobbet og et fleksjob.") == "Fleksjobbet og et fleksjob."


@pytest.mark.parametrize("form", ["fleksjob", "Fleksjob", "fleksjobs", "fleksjobet", "FLEKSJOB"])
def test_danish_endings_and_capitals_do_not_hide_a_word(page, form):
    assert page(form) == f'<a class="term" href="/ordliste/#fleksjob">{form}</a>'


@pytest.mark.parametrize("text", ["fleksjobordning", "jobcenter", "fgu", "FGUER", "e-job", "job-first"])
def test_a_part_of_another_word_is_not_the_word(page, text):
    assert page(text) == text


def test_an_abbreviation_takes_a_genitive(page):
    assert page("FGUs elever") == '<a class="term" href="/ordliste/#fgu">FGUs</a> elever'


def test_words_with_spaces_and_hyphens_are_found(page):
    assert 'href="/ordliste/#plan">fælles plan</a>' in page("En fælles plan.")
    assert 'href="/ordliste/#lab-loven">LAB-loven</a>' in page("Efter LAB-loven.")


def test_text_from_outside_stays_text(page):
    assert page("<b>fleksjob</b> & mere") == (
        '&lt;b&gt;<a class="term" href="/ordliste/#fleksjob">fleksjob</a>&lt;/b&gt; &amp; mere'
    )


def test_without_terms_a_text_is_just_shown():
    assert Glossary({}).page()("Et fleksjob & en plan.") == "Et fleksjob &amp; en plan."
