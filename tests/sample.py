"""A small plan of an invented municipality: everything in it is valid, and nothing in it is true."""

import datetime as dt

TODAY = dt.date(2026, 1, 15)

SOURCE = """\
source:
  document: plan-2025
  section: 2.1 Rammer
"""

FILES = {
    "site.yml": """\
title: Pejl Eksempelby
tagline: Se, hvordan det går.
municipality: Eksempelby Kommune
unit: Job og uddannelse
summary:
  - Her kan du se, hvad byen vil.
respond: Skriv et brev til rådhuset.
contact:
  role: Sekretariatet
  url: https://eksempelby.example/kontakt
licence: CC BY 4.0
accessibility:
  compliance: delvist
  method: Siden er set igennem.
  assessed: 2026-01-10
  enforcement: Skriv til tilsynet.
""",
    "areas.yml": """\
- id: eksempelby
  title: Eksempelby Kommune
  short: Eksempelby
  home: true
- id: landet
  title: Hele landet
  short: Landet
""",
    "themes.yml": """\
- id: job
  title: Job
  summary: Alt om job.
""",
    "departments.yml": """\
- id: jobcenter
  title: Jobcenter Eksempelby
  description: Hjælper ledige i job.
  source:
    document: plan-2025
    section: 1.1 Om os
""",
    "target_groups.yml": """\
- id: unge
  title: Unge
  description: Borgere under 30 år.
  source:
    document: plan-2025
    section: 1.2 Målgrupper
""",
    "glossary.yml": """\
- id: ledig
  title: Ledig
  explanation: En, der søger job.
  synonyms:
    - arbejdsløs
""",
    "sources/plan-2025.yml": """\
title: Plan for job 2025
publisher: Eksempelby Kommune
kind: plan
date: 2025
final: true
rights: Planen er kommunens egen.
used_for: Mål og tal.
""",
    "sources/brev-2025.yml": """\
title: Brev fra Ældrerådet
publisher: Ældrerådet i Eksempelby
kind: høringssvar
date: 2025-03-03
final: true
case_number: 00.22.04-P35-10-25
rights: Brevet er offentligt.
used_for: Rådets egne ord.
""",
    "organisations/aeldreraadet.yml": """\
title: Ældrerådet
legal_role: Et råd, som kommunen skal høre.
""",
    "benchmarks/p1.yml": f"""\
number: 1
title: Job først
adopted_text_missing: Kilderne har ikke teksten.
summary: Flere skal i job.
links:
  - indicator: ledighed
    why: Tallet viser, hvor mange der er ledige.
{SOURCE}""",
    "benchmarks/p2.yml": f"""\
number: 2
title: En samlet plan
adopted_text:
  text: Alle får én plan.
  source:
    document: plan-2025
    section: 3.2 Planen
summary: Alle skal have én plan.
no_metric: Kilderne har intet tal.
history:
  - date: 2025-01-01
    status: i gang
    source:
      document: plan-2025
      section: 3.2 Planen
{SOURCE}""",
    "goals/m1.yml": """\
title: Flere i job
kind: ministerial
number: 1
summary: Flere skal i job.
years:
  - year: 2025
    wording: Flere skal i job.
    effort: Byen hjælper de ledige.
    source:
      document: plan-2025
      section: 2.10 Mål
links:
  - benchmark: p1
    why: Begge handler om job.
""",
    "indicators/ledighed.yml": f"""\
title: Ledige
summary: Færre er ledige.
definition: Personer uden job.
unit: personer
direction: down
{SOURCE}observations:
  - period: 2023
    area: eksempelby
    value: 2550
    kind: actual
  - period: 2024
    area: eksempelby
    value: 2400
    kind: actual
""",
    "consultations/jobplan-2025/consultation.yml": """\
title: Høring om planen
subject: Planen for 2025.
summary: Rådet blev hørt om planen.
history:
  - date: 2025-02-01
    status: i gang
    source:
      document: plan-2025
      section: 5 Høring
source:
  document: plan-2025
  section: 5 Høring
""",
    "consultations/jobplan-2025/aeldreraadet.yml": """\
title: Svar fra Ældrerådet
date: 2025-03-03
sent_by: Sendt som brev.
signatory_role: Formand
summary: Rådet vil gerne vide mere.
sections:
  - heading: 1. Job først OG 2. En samlet plan
    benchmarks:
      - p1
      - p2
    points:
      - id: ae-1
        summary: Rådet spørger om planen.
        text: Hvad betyder planen?
        kind: spørgsmål
        benchmarks:
          - p2
        themes:
          - job
        links:
          - goal: m1
            why: Målet siger, hvad planen vil.
      - id: ae-2
        summary: Rådet vil have flere job.
        text: Vi foreslår flere job.
        kind: forslag
        themes:
          - job
        links:
          - indicator: ledighed
            why: Tallet viser, om der er job nok.
        history:
          - date: 2025-04-01
            status: under vurdering
            source:
              document: plan-2025
              section: 5 Høring
          - date: 2025-05-01
            status: imødekommet
            answer: Planen nævner nu flere job.
            reason: Forslaget er godt.
            decided_by: Jobudvalget
            changes:
              - before: Flere job.
                after: Mange flere job.
            source:
              document: plan-2025
              section: 5 Høring
source:
  document: brev-2025
  section: hele brevet
""",
}

PLAN = """\
title: Plan 2025
year: 2025
status: vedtaget
document: plan-2025
summary: Planen for 2025.
sections:
  - id: 2-1
    title: 2.1 Rammer
    summary: Rammerne.
    source:
      document: plan-2025
      section: 2.1 Rammer
"""
TARGET = """\
title: Færre ledige
number: 1
plan: "2025"
department: jobcenter
year: 2026
summary: Færre skal være ledige.
wordings:
  - year: 2025
    quote: Færre skal være ledige.
    source:
      document: plan-2025
      section: 2.1 Rammer
parts:
  - id: 1a
    target_group: unge
    comparator: at_most
    reference: landet
    offset: -0.2
    indicator: ledighed
  - id: 1b
    label: Alle
    comparator: at_most
    value: 2300
    unit: personer
"""
OPEN_TARGET = """\
title: Flere i job
number: "1"
plan: "2025"
year: 2025
summary: Flere skal i job.
wordings:
  - year: 2025
    quote: Flere skal i job.
    source:
      document: plan-2025
      section: 2.10 Mål
parts:
  - id: a
"""
"""A target that ends where a test says what its only part demands."""
UNMEASURED = "unmeasured: Kilderne har ikke et tal for alt.\n"
FIGURES = FILES["indicators/ledighed.yml"].replace("unit: personer", "unit: procentpoint")
TARGETS = {"plans/2025.yml": PLAN, "targets/t1.yml": TARGET, "indicators/ledighed.yml": FIGURES}

LETTER = "consultations/jobplan-2025/aeldreraadet.yml"
INDICATOR = "indicators/ledighed.yml"
GOAL = "goals/m1.yml"


def changed(name, *changes):
    """Give a file of the sample with some of its text replaced, as `project` wants it."""
    text = FILES[name]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return {name: text}
