import frozen
import pytest
import yaml
from issues import ANSWER, body

from generator.editing.correcting import ANYWHERE, NUMBER
from generator.editing.filling import given
from generator.editing.formatting.kinds import Kind
from generator.editing.issue_forms import FIELD, FORMS, SUBJECT, FormError, sent
from generator.model import RECORD_TYPES, AnswerEntry, Observation, Response
from generator.model.parts import Correction
from generator.model.vocabulary import AnswerState, ObservationKind

NO_FORM = "Det er ikke en af formularerne til svar, tal, breve eller fejl. Opret en ny, og udfyld den."
TEMPLATES = {
    form["body"][1]["attributes"]["label"]: form
    for path in (frozen.ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")
    if "body" in (form := yaml.safe_load(path.read_text("utf-8")))
}


def test_what_was_answered_is_given_by_its_field():
    form = sent(body(ANSWER))
    assert (form.wanted, form.subject) == ("answer", "ae-1")
    assert form.pairs == (
        "status=ikke imødekommet",
        "answer=Nej.\n\nIkke i år.",
        "reason=Der er ikke penge.",
        "decided_by=Jobudvalget",
        "date=2025-06-01",
        "source.document=plan-2025",
        "source.section=5 Høring",
    )


def test_line_ends_of_windows_make_no_difference():
    assert sent(body(ANSWER).replace("\n", "\r\n")) == sent(body(ANSWER))


def test_what_looks_like_markup_or_a_heading_of_its_own_is_text():
    form = sent(body(ANSWER | {"Svar": "### Tak\n`$(rm -rf /)` & <b>"}))
    assert "answer=### Tak\n`$(rm -rf /)` & <b>" in form.pairs


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Siden er nede.", NO_FORM),
        ("", NO_FORM),
        (
            body(ANSWER | {"Svar": "Nej.\n\n### Dato\n\n2025-01-01"}),
            "Overskriften »Dato« står to gange. Slet den ene, eller skriv den uden ###.",
        ),
        (body(ANSWER).replace("# Dato", "# dato"), "Formularens overskrifter er ændret. Opret en ny, og udfyld den."),
        (body(ANSWER | {"Punktets id": "_No response_"}), "»Punktets id« er ikke udfyldt. Udfyld det."),
        ("### Punktets id\n" + "x" * 100_000, "Teksten er for lang til at være en af formularerne."),
    ],
    ids=["no form", "empty", "twice", "changed", "unanswered", "long"],
)  # fmt: skip
def test_what_cannot_be_read_as_a_form_is_refused(text, message):
    with pytest.raises(FormError) as refused:
        sent(text)
    assert str(refused.value) == message


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.wanted)
def test_a_form_asks_the_questions_that_are_read(form):
    template = TEMPLATES[next(iter(form.questions))]
    asked = [part["attributes"]["label"] for part in template["body"] if part["type"] != "markdown"]
    assert asked == list(form.questions)
    assert "formular" in template["labels"]


@pytest.mark.parametrize(
    ("form", "model"), [*zip(FORMS, (AnswerEntry, Observation, Response, Correction), strict=True)]
)
def test_every_question_fills_in_a_field_that_there_is(form, model):
    assert given([f"{field}=x" for field in form.questions.values() if field not in (SUBJECT, FIELD)], Kind(model))


def options(question):
    (choice,) = (part for part in TEMPLATES[question]["body"] if part["type"] == "dropdown")
    return choice["attributes"]["options"]


def test_every_kind_of_figure_can_be_chosen():
    assert options("Indikatorens id") == [kind.value for kind in ObservationKind]


def test_every_state_that_an_answer_can_bring_can_be_chosen():
    assert options("Punktets id") == [state.value for state in AnswerState if state is not AnswerState.UNANSWERED]


def titles(kind, around=()):
    for key, field in kind.fields.items():
        yield field.title
        if kind.of(key).model not in around:
            yield from titles(kind.of(key), (*around, kind.model))


def test_every_field_that_can_be_wrong_is_one_that_a_record_has():
    first, *named = options("Hvilken side er fejlen på?")
    assert first == ANYWHERE
    named.remove(NUMBER)
    assert set(named) <= {title for model in RECORD_TYPES for title in titles(Kind(model))}


def test_an_answer_can_say_the_meeting_and_what_is_promised():
    said = {"Mødets id": "ju-1", "Punkt på mødets dagsorden": "4", "Løftet": "Et møde.", "Hvem lover det?": "Udvalget",
            "Løftets frist": "2026-05-01"}  # fmt: skip
    fields = given(sent(body(ANSWER | said)).pairs, Kind(AnswerEntry))
    assert fields["decision"] == {"meeting": "ju-1", "item": "4"}
    assert fields["promised"] == [{"text": "Et møde.", "who": "Udvalget", "due": "2026-05-01"}]
