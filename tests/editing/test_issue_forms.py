import frozen
import pytest
import yaml
from issues import ANSWER, body

from generator.editing.filling import given
from generator.editing.formatting.kinds import Kind
from generator.editing.issue_forms import FORMS, SUBJECT, FormError, sent
from generator.model import AnswerEntry, Observation, Response
from generator.model.vocabulary import AnswerState, ObservationKind

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
        ("Siden er nede.", "Det er ikke en af formularerne til svar, tal eller breve. Opret en ny, og udfyld den."),
        ("", "Det er ikke en af formularerne til svar, tal eller breve. Opret en ny, og udfyld den."),
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


@pytest.mark.parametrize(("form", "model"), [*zip(FORMS, (AnswerEntry, Observation, Response), strict=True)])
def test_every_question_fills_in_a_field_that_there_is(form, model):
    assert given([f"{field}=x" for field in form.questions.values() if field != SUBJECT], Kind(model))


def options(question):
    (choice,) = (part for part in TEMPLATES[question]["body"] if part["type"] == "dropdown")
    return choice["attributes"]["options"]


def test_every_kind_of_figure_can_be_chosen():
    assert options("Indikatorens id") == [kind.value for kind in ObservationKind]


def test_every_state_that_an_answer_can_bring_can_be_chosen():
    assert options("Punktets id") == [state.value for state in AnswerState if state is not AnswerState.UNANSWERED]
