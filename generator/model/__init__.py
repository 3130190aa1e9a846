"""The records of a plan, as frozen models: what an editor may write, and what every other module reads.

Field names are the keys of the YAML files. Titles and descriptions are Danish, because the editor's own
editor shows them (they become the JSON Schema). Nothing here reads files.
"""

from generator.model.benchmarks import Benchmark, Goal, GoalYear
from generator.model.consultations import Consultation, LetterSection, Point, Response
from generator.model.documents import Discrepancy, Document, Organisation
from generator.model.gone import Deleted, Gone, Moved, Withheld
from generator.model.imports import ImportColumns, ImportFrom, ImportMapping
from generator.model.indicators import Break, Chart, Indicator, Observation
from generator.model.parts import (
    AnswerEntry,
    ConsultationEntry,
    DeliveryEntry,
    Entry,
    Filing,
    Identified,
    Link,
    Linking,
    Mention,
    Part,
    Quotation,
    Record,
    SourceRef,
    StatusEntry,
    TextChange,
    condensed,
    fingerprint,
    wording,
)
from generator.model.plan import IDENTIFIED_TYPES, LINKED_TYPES, RECORD_TYPES, Plan
from generator.model.plans import Initiative, InitiativePart, PlanSection, SubTarget, Target, Wording, YearPlan
from generator.model.recommendations import Measure, Recommendation
from generator.model.site import Accessibility, Contact, Site
from generator.model.vocabularies import Area, Department, TargetGroup, Term, Theme

__all__ = [
    "IDENTIFIED_TYPES",
    "LINKED_TYPES",
    "RECORD_TYPES",
    "Accessibility",
    "AnswerEntry",
    "Area",
    "Benchmark",
    "Break",
    "Chart",
    "Consultation",
    "ConsultationEntry",
    "Contact",
    "Deleted",
    "DeliveryEntry",
    "Department",
    "Discrepancy",
    "Document",
    "Entry",
    "Filing",
    "Goal",
    "GoalYear",
    "Gone",
    "Identified",
    "ImportColumns",
    "ImportFrom",
    "ImportMapping",
    "Indicator",
    "Initiative",
    "InitiativePart",
    "LetterSection",
    "Link",
    "Linking",
    "Measure",
    "Mention",
    "Moved",
    "Observation",
    "Organisation",
    "Part",
    "Plan",
    "PlanSection",
    "Point",
    "Quotation",
    "Recommendation",
    "Record",
    "Response",
    "Site",
    "SourceRef",
    "StatusEntry",
    "SubTarget",
    "Target",
    "TargetGroup",
    "Term",
    "TextChange",
    "Theme",
    "Withheld",
    "Wording",
    "YearPlan",
    "condensed",
    "fingerprint",
    "wording",
]
