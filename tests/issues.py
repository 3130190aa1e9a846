"""What GitHub makes of an issue form: every question as a heading, and under it what was answered."""

from generator.editing.issue_forms import FORMS

ANSWER = {
    "Punktets id": "ae-1",
    "Tilstand": "ikke imødekommet",
    "Svar": "Nej.\n\nIkke i år.",
    "Begrundelse": "Der er ikke penge.",
    "Besluttet af": "Jobudvalget",
    "Dato": "2025-06-01",
    "Kildens id": "plan-2025",
    "Afsnit i kilden": "5 Høring",
}
FIGURE = {
    "Indikatorens id": "ledighed",
    "Periode": "2025",
    "Områdets id": "eksempelby",
    "Tal": "2310",
    "Slags tal": "actual",
}
LETTER = {
    "Høringens id": "jobplan-2025",
    "Organisationens id": "ungeraadet",
    "Titel": "Svar fra Ungerådet",
    "Brevets dato": "2025-03-03",
    "Sådan blev det sendt": "Sendt som brev.",
    "Underskrivers rolle": "Formand",
    "Kort fortalt": "Rådet spørger om planen.",
    "Kildens id": "plan-2025",
    "Afsnit i kilden": "5 Høring",
    "Brevets tekst": "1. Job først\n\nHvad betyder planen?\n",
}
MISTAKE = {
    "Hvilken side er fejlen på?": "https://by.example/plan/indikatorer/ledighed/",
    "Hvad er forkert?": "Kort fortalt",
    "Hvad står der nu?": "Færre er ledige.",
    "Hvad skal der stå?": "Færre er uden job.",
    "Hvor kan man se, hvad der er rigtigt?": "Planen, afsnit 2.1.",
}


def body(answers):
    """Give the text of an issue in which a form was answered."""
    form = next(form for form in FORMS if next(iter(form.questions)) in answers)
    return "\n\n".join(f"### {question}\n\n{answers.get(question, '_No response_')}" for question in form.questions)
