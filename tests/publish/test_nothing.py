"""Whatever a plan has none, one or two of, every page says something true and grammatical about it."""

import datetime as dt
import html
import re

import lxml.html
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sample import FILES

from generator.site import build

TODAY = dt.date(2026, 1, 15)
INDENTED = "source:\n      document: plan-2025\n      section: 2.1 Rammer"
SOURCE = "source:\n  document: plan-2025\n  section: 2.1 Rammer\n"
MANY = "punkter|høringspunkter|pejlemærker|indikatorer|indsatser|høringer|breve|organisationer|kilder|emner|dage"
ONE = "punkt|høringspunkt|pejlemærke|indikator|indsats|høring|brev|organisation|kilde|emne|dag"
WRONG = {
    "nought of nought": re.compile(r"\b0 af 0\b"),
    "one of many": re.compile(rf"(?<![\d.,] )(?<![\d.,/-])\b1 (?:{MANY})\b"),
    "many of one": re.compile(rf"(?<![.,/-])\b(?:[2-9]|[1-9][0-9]+) (?:{ONE})\b"),
    "a number for none": re.compile(rf"(?<![\d.,] )(?<![\d.,/-])\b0 (?:{MANY}|{ONE})\b"),
}


def plan(*, benchmarks, points, answered, indicators, targets, initiatives, goals):  # noqa: PLR0913
    """Write a plan that has so many of each type of record."""
    files = {name: FILES[name] for name in ("site.yml", "areas.yml", "themes.yml", "sources/plan-2025.yml")}
    for number in range(1, benchmarks + 1):
        metric = (
            f"links:\n  - indicator: i{number}\n    why: Tallet viser det.\n"
            if number <= indicators
            else "no_metric: Kilderne har intet tal.\n"
        )
        files[f"benchmarks/p{number}.yml"] = (
            f"number: {number}\ntitle: Ønske {number}\nadopted_text_missing: Den står ingen steder.\n"
            f"summary: Det er et ønske.\n{metric}{SOURCE}"
        )
    for number in range(1, indicators + 1):
        files[f"indicators/i{number}.yml"] = (
            f"title: Antal {number}\nsummary: Det går.\ndefinition: Så mange er der.\nunit: personer\ndirection: up\n"
            f"{SOURCE}observations:\n  - {{period: 2024, area: eksempelby, value: {number}, kind: actual}}\n"
        )
    for number in range(1, targets + 1):
        measure = "    indicator: i1\n" if indicators else "unmeasured: Kilderne har ikke et tal.\n"
        files["plans/2025.yml"] = (
            "title: Plan 2025\nyear: 2025\nstatus: vedtaget\ndocument: plan-2025\nsummary: Planen.\nsections:\n"
            f"  - id: a\n    title: Rammer\n    summary: Rammerne.\n    {INDENTED}\n"
        )
        files["departments.yml"] = FILES["departments.yml"]
        files[f"targets/t{number}.yml"] = (
            f'title: Mål {number}\nnumber: "{number}"\nplan: "2025"\ndepartment: jobcenter\nyear: 2026\n'
            "summary: Det skal nås.\nwordings:\n  - year: 2025\n    quote: Det skal nås.\n"
            "    source:\n      document: plan-2025\n      section: 2.1 Rammer\n"
            f"parts:\n  - id: a\n    comparator: at_least\n    value: 2\n    unit: personer\n{measure}"
        )
    for number in range(1, initiatives + 1):
        files[f"initiatives/n{number}.yml"] = (
            f"title: Indsats {number}\nsummary: Det gør vi.\nsources:\n  - document: plan-2025\n    section: Rammer\n"
        )
    for number in range(1, goals + 1):
        files[f"goals/m{number}.yml"] = (
            f'title: Ministerens {number}\nkind: ministerial\nnumber: "{number}"\nsummary: Det vil staten.\nyears:\n'
            "  - year: 2025\n    wording: Det skal ske.\n    effort: Byen gør det.\n"
            "    source:\n      document: plan-2025\n      section: 2.10 Mål\n"
        )
    if points:
        files |= {name: FILES[name] for name in FILES if name.startswith(("organisations/", "sources/brev"))}
        files["consultations/jobplan-2025/consultation.yml"] = FILES["consultations/jobplan-2025/consultation.yml"]
        files["consultations/jobplan-2025/aeldreraadet.yml"] = letter(
            points, answered, about="p1" if benchmarks else ""
        )
    return files


def letter(points, answered, about):
    """Write a letter with so many points, the first of them answered."""
    text = (
        "title: Svar fra Ældrerådet\ndate: 2025-03-03\nsent_by: Sendt som brev.\nsignatory_role: Formand\n"
        "summary: Rådet har skrevet.\nsections:\n"
    )
    text += "  - heading: 1. Ønske 1\n    benchmarks: [p1]\n" if about else "  - heading: Ord\n"
    text += "    points:\n"
    for number in range(1, points + 1):
        text += (
            f"      - id: ae-{number}\n        summary: Rådet ønsker {number}.\n        text: Ønsket er {number}.\n"
            "        kind: forslag\n        themes: [job]\n"
        )
        if number <= answered:
            text += (
                "        history:\n          - date: 2025-05-01\n            status: besvaret\n"
                "            answer: Det gør vi.\n            reason: Det er rigtigt.\n"
                "            decided_by: Udvalget\n"
                "            source:\n              document: plan-2025\n              section: 5 Høring\n"
            )
    return text + "source:\n  document: brev-2025\n  section: hele brevet\n"


def told(body):
    """Give the visible words of a page, what stands in one block on a line."""
    blocks = re.sub(r"</?(?:p|h[1-6]|li|td|th|tr|dt|dd|div|section|caption|figcaption|summary)\b[^>]*>", "\n", body)
    return re.sub(r"[ \t]+", " ", html.unescape(re.sub(r"<(?:svg|script).*?</(?:svg|script)>|<[^>]+>", " ", blocks)))


def empty_headings(body):
    """List the headings behind which nothing comes before the next of their level, or the end."""
    root = lxml.html.fromstring(f"<div>{body}</div>")
    open_ones, bare = [], []
    for element in root.iter():
        level = int(element.tag[1]) if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag) else 0
        if level:
            while open_ones and open_ones[-1][0] >= level:
                bare += [open_ones.pop()[1]]
            open_ones.append((level, element.text_content()))
        inside = any(one.tag in ("h1", "h2", "h3", "h4", "h5", "h6") for one in [element, *element.iterancestors()])
        has_words = not inside and ((element.text or "").strip() or element.tag in ("img", "svg", "input"))
        after = (element.tail or "").strip() and not any(
            one.tag in ("h1", "h2", "h3", "h4", "h5", "h6") for one in element.iterancestors()
        )
        if has_words or after:
            open_ones.clear()
    return bare + [heading for _, heading in open_ones]


def wrong(pages):
    """Say what is wrong with what the pages say."""
    for page in pages:
        text = told(page.body)
        for what, pattern in WRONG.items():
            for found in pattern.finditer(text):
                around = text[max(0, found.start() - 60) : found.end() + 40].replace("\n", " / ")
                yield f"{page.path}: {what}: {around}"
        for heading in empty_headings(page.body):
            yield f"{page.path}: an empty heading: {heading}"


def of_none(pages, counts):
    """Find sentences that claim something of all of what there is none of."""
    words = {
        "points": "punkter|høringspunkter",
        "benchmarks": "pejlemærker",
        "targets": "mål|delmål|resultatmål",
        "indicators": "indikatorer|tal",
        "initiatives": "indsatser",
    }
    for kind, names in words.items():
        claim = re.compile(
            rf"(?<!når )\b[Aa]lle (?:de )?(?:[0-9]+ )?(?:{names}) (?:er|har|bliver|står)\b|\bhvert (?:{names}) "
        )
        for page in pages if not counts[kind] else ():
            if page.path.startswith(("ordliste", "data/")):
                continue  # they explain words and files, and claim nothing of the plan
            for found in claim.finditer(told(page.body)):
                yield f"{page.path}: all of none: {found[0]}"


counts = st.fixed_dictionaries(
    {
        "benchmarks": st.integers(0, 2),
        "points": st.integers(0, 2),
        "answered": st.integers(0, 2),
        "indicators": st.integers(0, 2),
        "targets": st.integers(0, 2),
        "initiatives": st.integers(0, 2),
        "goals": st.integers(0, 2),
    }
)


# Each example is a whole site; nothing is shrunk, since what is found names its page and its words.
@settings(max_examples=12, phases=[Phase.generate], derandomize=True)
@given(counts)
def test_nothing_false_is_said_of_none_one_or_two(tmp_path_factory, drawn):
    counted = {**drawn, "answered": min(drawn["answered"], drawn["points"])}
    data = tmp_path_factory.mktemp("plan") / "data"
    for name, text in plan(**counted).items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    built = build(data, TODAY)
    assert [str(problem) for problem in built.problems if "fejl:" in str(problem)] == []
    pages = list(built.pages)
    assert [*wrong(pages), *of_none(pages, counted)] == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>0 af 0 punkter</p>", True),
        ("<p>Der er 1 punkter.</p>", True),
        ("<p>Der er 2 punkt.</p>", True),
        ("<p>0 punkter</p>", True),
        ("<h2>Svar</h2><h2>Tal</h2><p>1 tal</p>", True),
        ("<h2>Tal</h2>", True),
        ("<h2>Svar</h2><h3>Nye</h3><p>1 punkt</p>", False),
        ("<p>0 af 2 punkter, 1 punkt og 21 punkter</p>", False),
    ],
)
def test_what_is_wrong_is_found(body, found):
    class Made:
        path = "x"

    Made.body = body
    assert bool(list(wrong([Made]))) is found
