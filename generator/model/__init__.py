"""The records of a plan, as frozen models: what an editor may write, and what every other module reads.

Field names are the keys of the YAML files. Titles and descriptions are Danish, because the editor's own
editor shows them (they become the JSON Schema). Nothing here reads files.
"""

from generator.model.answers import AnswerEntry, Change, Promise, PromiseEntry, Reply
from generator.model.benchmarks import Benchmark, Goal, GoalYear, Version, Withdrawal
from generator.model.consultations import (
    Coming,
    Consultation,
    Deadline,
    Invitation,
    LetterSection,
    Point,
    Response,
)
from generator.model.decisions import AgendaItem, Decision
from generator.model.documents import Discrepancy, Document, Organisation
from generator.model.gone import Deleted, Gone, Moved, Withheld
from generator.model.imports import ImportColumns, ImportFrom, ImportMapping
from generator.model.indicators import Break, Chart, FigureRevision, Indicator, Observation
from generator.model.parts import (
    ConsultationEntry,
    Correction,
    DecisionRef,
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
    condensed,
    fingerprint,
    wording,
)
from generator.model.plan import IDENTIFIED_TYPES, LINKED_TYPES, RECORD_TYPES, Plan
from generator.model.plans import (
    DemandRevision,
    Initiative,
    InitiativePart,
    PlanSection,
    SubTarget,
    Target,
    Wording,
    YearPlan,
)
from generator.model.recommendations import Measure, Recommendation
from generator.model.site import Accessibility, Contact, Site
from generator.model.vocabularies import Area, Department, TargetGroup, Term, Theme

__all__ = [
    "IDENTIFIED_TYPES",
    "LINKED_TYPES",
    "RECORD_TYPES",
    "Accessibility",
    "AgendaItem",
    "AnswerEntry",
    "Area",
    "Benchmark",
    "Break",
    "Change",
    "Chart",
    "Coming",
    "Consultation",
    "ConsultationEntry",
    "Contact",
    "Correction",
    "Deadline",
    "Decision",
    "DecisionRef",
    "Deleted",
    "DeliveryEntry",
    "DemandRevision",
    "Department",
    "Discrepancy",
    "Document",
    "Entry",
    "FigureRevision",
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
    "Invitation",
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
    "Promise",
    "PromiseEntry",
    "Quotation",
    "Recommendation",
    "Record",
    "Reply",
    "Response",
    "Site",
    "SourceRef",
    "StatusEntry",
    "SubTarget",
    "Target",
    "TargetGroup",
    "Term",
    "Theme",
    "Version",
    "Withdrawal",
    "Withheld",
    "Wording",
    "YearPlan",
    "condensed",
    "fingerprint",
    "wording",
]
