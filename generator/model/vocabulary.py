"""The fixed vocabularies: the states and kinds that records may have, in the words that editors write."""

from __future__ import annotations

import math
from enum import StrEnum

from generator.base.measures import measure, measures


class ConsultationState(StrEnum):
    """How far a consultation has come."""

    COMING = "kommende"
    OPEN = "i gang"
    CLOSED = "afsluttet"
    PUBLISHED = "udfald offentliggjort"


class AnswerState(StrEnum):
    """How far the answer to a point has come."""

    UNANSWERED = "uden svar i kilderne"
    CONSIDERED = "under vurdering"
    ANSWERED = "besvaret"
    ACCEPTED = "imødekommet"
    PARTLY = "delvist imødekommet"
    REJECTED = "ikke imødekommet"
    NOTED = "taget til efterretning"


class ReplyState(StrEnum):
    """What the one who raised a point says to its answer; it is theirs, and never a state of the answer."""

    SATISFIED = "tilfreds"
    PARTLY = "delvist tilfreds"
    DISSATISFIED = "ikke tilfreds"


class PaperKind(StrEnum):
    """What a site can have papers about beside its pages: the records of a folder, each by itself, or all together."""

    BENCHMARKS = "benchmarks"
    CONSULTATIONS = "consultations"
    MEETINGS = "decisions"
    PLAN = "plan"


class PromiseState(StrEnum):
    """What became of a promise."""

    KEPT = "indfriet"
    PARTLY = "delvist indfriet"
    POSTPONED = "udskudt"
    BROKEN = "ikke indfriet"


class DeliveryState(StrEnum):
    """How far a benchmark or an initiative has come; "not assessed" never means "nothing happened"."""

    NOT_STARTED = "ikke startet"
    UNDER_WAY = "i gang"
    PAUSED = "sat i bero"
    DONE = "gennemført"
    PARTLY = "delvist gennemført"
    DROPPED = "opgivet"
    NOT_VERIFIABLE = "kan ikke efterprøves"
    NOT_ASSESSED = "ikke vurderet"


class PlanStatus(StrEnum):
    """Whether a plan has been adopted."""

    ADOPTED = "vedtaget"
    DRAFT = "udkast"


class Comparator(StrEnum):
    """How a figure is held against its target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    AT_LEVEL = "at_level"
    ABOVE = "above"
    BELOW = "below"


class TargetStatus(StrEnum):
    """How a figure stands against its target; computed, never entered."""

    MET = "mål nået"
    ON_TRACK = "på vej"
    OFF_TRACK = "ikke på vej"
    MISSED = "mål ikke nået"
    UNMEASURED = "ingen måling"


class Trend(StrEnum):
    """How an indicator has moved, seen in its own direction; computed, never entered."""

    IMPROVED = "forbedret"
    UNCHANGED = "uændret"
    WORSENED = "forværret"


class RecommendationKind(StrEnum):
    """What an organisation says: what stands in the way, or what to do about it."""

    BARRIER = "barriere"
    RECOMMENDATION = "anbefaling"


class PointKind(StrEnum):
    """What somebody who is heard does with a point."""

    QUESTION = "spørgsmål"
    PROPOSAL = "forslag"
    CONCERN = "bekymring"
    SUPPORT = "støtte"
    INFORMATION = "oplysning"


class DocumentKind(StrEnum):
    """What kind of source a document is."""

    RESPONSE = "høringssvar"
    PLAN = "plan"
    DRAFT = "udkast"
    REPORT = "rapport"
    OPINION = "debatindlæg"
    MINUTES = "referat"
    NOTE = "notat"
    LETTER = "brev"
    TABLE = "tabel"


class GoalKind(StrEnum):
    """Who set a goal."""

    MINISTERIAL = "ministerial"
    FOCUS = "focus"
    SDG = "sdg"
    VISION = "vision"


class Direction(StrEnum):
    """Which way an indicator should move."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class ObservationKind(StrEnum):
    """Whether a figure was counted, estimated or projected."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    FORECAST = "forecast"


class ChartForm(StrEnum):
    """The forms of chart that can be drawn."""

    LINE = "line"
    SMALL_MULTIPLES = "small_multiples"
    BAR = "bar"
    BAR_TARGET = "bar_target"
    DUMBBELL = "dumbbell"
    NONE = "none"


class Unit(StrEnum):
    """What an indicator is counted in."""

    PERCENT = "procent"
    PERCENTAGE_POINTS = "procentpoint"
    PERSONS = "personer"
    FULL_TIME_PERSONS = "fuldtidspersoner"
    MILLION_KRONER = "mio. kr."
    KRONER = "kr."
    RANK = "placering"
    COUNT = "antal"
    MINUTES = "minutter"
    HOURS = "timer"
    DAYS = "dage"
    WEEKS = "uger"
    MONTHS = "måneder"
    YEARS = "år"
    PER_THOUSAND = "pr. 1.000"

    @classmethod
    def _missing_(cls, value: object) -> Unit | None:
        """Give a unit of the municipality's own, as the site's record names it."""
        if not isinstance(value, str) or value not in measures():
            return None
        if value not in _OWN:
            _OWN[value] = str.__new__(cls, value)
            _OWN[value]._name_ = _OWN[value]._value_ = value
        return _OWN[value]

    @classmethod
    def known(cls) -> list[str]:
        """List what figures may be counted in, the municipality's own last."""
        return list(measures())

    @property
    def is_whole(self) -> bool:
        """Whether a figure is always a whole number."""
        return measure(self.value).is_whole

    @property
    def least(self) -> float:
        """The least figure that can be true, where nothing says otherwise; money may be owed."""
        if self in (Unit.KRONER, Unit.MILLION_KRONER, Unit.PERCENTAGE_POINTS):
            return -math.inf
        return 1 if self is Unit.RANK else 0


_OWN: dict[str, Unit] = {}
"""The municipality's own units that have been met: one is one, however often it is read."""


class NumberStyle(StrEnum):
    """How a table writes numbers, shown by an example."""

    POINTS_AND_COMMA = "1.234,5"
    COMMA = "1234,5"
    SPACES_AND_COMMA = "1 234,5"
    POINT = "1234.5"
    COMMAS_AND_POINT = "1,234.5"


POINT_UNITS = (Unit.PERCENT, Unit.PERCENTAGE_POINTS)
"""Units in which a difference is in percentage points."""

DECIDED = {AnswerState.ANSWERED, AnswerState.ACCEPTED, AnswerState.PARTLY, AnswerState.REJECTED, AnswerState.NOTED}
"""Answer states that need an answer, a reason, a decider and a source."""

CHANGES_TEXT = {AnswerState.ACCEPTED, AnswerState.PARTLY}
"""Answer states that need to say what changed: the text, or what is done."""
