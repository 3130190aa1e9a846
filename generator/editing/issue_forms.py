"""What somebody has sent by one of the repository's issue forms: what is to be written, and where.

GitHub makes a text of a form: each question as a heading, and what was answered under it. Anybody can send one, so
it is nothing but text here, and a heading that stands twice is refused: one of them may stand inside an answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.base.text import composed, shown

SUBJECT = ""
"""The question whose answer is what all is about: the id of a point or an indicator, a page, the text of a letter."""

FIELD = "field"
"""The question that says which field of a page is wrong; it is no field itself."""

_EMPTY = "_No response_"
"""What GitHub writes for a question that nobody answered."""
_MOST = 100_000
"""No issue is longer, and to read more takes long."""


class FormError(ValueError):
    """Raised with a Danish sentence where a text is none of the forms, or cannot be read as one."""


@dataclass(frozen=True)
class Form:
    """A form: what it asks to be written, and the field that each of its questions fills in."""

    wanted: str
    questions: Mapping[str, str]


FORMS = (
    Form(
        "answer",
        {
            "Punktets id": SUBJECT,
            "Tilstand": "status",
            "Svar": "answer",
            "Det er imødekommet": "accepted",
            "Det er ikke imødekommet": "not_accepted",
            "Begrundelse": "reason",
            "Besluttet af": "decided_by",
            "Mødets id": "decision.meeting",
            "Punkt på mødets dagsorden": "decision.item",
            "Dato": "date",
            "Kildens id": "source.document",
            "Afsnit i kilden": "source.section",
            "Teksten før": "changes.0.before",
            "Teksten efter": "changes.0.after",
            "Løftet": "promised.0.text",
            "Hvem lover det?": "promised.0.who",
            "Løftets frist": "promised.0.due",
        },
    ),
    Form(
        "figure",
        {
            "Indikatorens id": SUBJECT,
            "Periode": "period",
            "Områdets id": "area",
            "Gruppe": "group",
            "Tal": "value",
            "Slags tal": "kind",
            "Udregning": "calculation",
            "Kildens id, hvis det er en anden kilde end indikatorens": "source.document",
            "Afsnit i den kilde": "source.section",
        },
    ),
    Form(
        "letter",
        {
            "Høringens id": "consultation",
            "Organisationens id": "organisation",
            "Titel": "title",
            "Brevets dato": "date",
            "Sådan blev det sendt": "sent_by",
            "Underskrivers rolle": "signatory_role",
            "Kort fortalt": "summary",
            "Kildens id": "source.document",
            "Afsnit i kilden": "source.section",
            "Brevets tekst": SUBJECT,
        },
    ),
    Form(
        "mistake",
        {
            "Hvilken side er fejlen på?": SUBJECT,
            "Hvad er forkert?": FIELD,
            "Hvad står der nu?": "before",
            "Hvad skal der stå?": "after",
            "Hvor kan man se, hvad der er rigtigt?": "why",
        },
    ),
)
"""The forms that can be written without an editor, each by its questions in their order."""


@dataclass(frozen=True)
class Sent:
    """What a form asks for: what is to be written, what it is about, and fields with their values as `felt=værdi`."""

    wanted: str
    subject: str
    pairs: Sequence[str]


def questions_of(wanted: str) -> Mapping[str, str]:
    """Give the questions of a form, each with the field that it fills in."""
    return next(form.questions for form in FORMS if form.wanted == wanted)


def sent(text: str) -> Sent:
    """Read what was sent by a form.

    Raises:
        FormError: it is none of the forms, or has been changed so that its questions cannot be told from its answers.
    """
    if len(text) > _MOST:
        raise FormError("Teksten er for lang til at være en af formularerne.")
    whole = composed(text.replace("\r\n", "\n")).strip()
    form = next((form for form in FORMS if whole.startswith(f"### {next(iter(form.questions))}\n")), None)
    if form is None:
        raise FormError("Det er ikke en af formularerne til svar, tal, breve eller fejl. Opret en ny, og udfyld den.")
    answers = _answers(whole, form)
    given = {field: answer for field, answer in answers.items() if answer not in ("", _EMPTY)}
    if SUBJECT not in given:
        name = next(question for question, field in form.questions.items() if field == SUBJECT)
        raise FormError(f"{shown(name)} er ikke udfyldt. Udfyld det.")
    pairs = [f"{field}={answer}" for field, answer in given.items() if field != SUBJECT]
    return Sent(form.wanted, given[SUBJECT], tuple(pairs))


def _answers(text: str, form: Form) -> dict[str, str]:
    """Give what was answered, by the field that it fills in."""
    asked = "|".join(map(re.escape, form.questions))
    _, *pieces = re.split(rf"(?m)^### ({asked})[ \t]*$", text)
    questions, answers = pieces[::2], pieces[1::2]
    if questions != list(form.questions):
        twice = next((question for question in questions if questions.count(question) > 1), None)
        if twice:
            raise FormError(f"Overskriften {shown(twice)} står to gange. Slet den ene, eller skriv den uden ###.")
        raise FormError("Formularens overskrifter er ændret. Opret en ny, og udfyld den.")
    return {form.questions[question]: answer.strip() for question, answer in zip(questions, answers, strict=True)}
