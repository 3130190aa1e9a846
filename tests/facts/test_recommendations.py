"""What a report and a debate article say stands in the way and should be done, held against the records."""

import pytest

from generator.model import Document, Recommendation
from generator.model.vocabulary import RecommendationKind

REPORT = "fremtidens-beskaeftigelsesindsats-2024"
DEBATE = "frisaettelse-er-ikke-nok-2024"


@pytest.fixture
def advice(plan, one):
    def found(document, kind):
        one(plan.of(Document), document)
        advices = [it for it in plan.of(Recommendation).values() if (it.document, it.kind) == (document, kind)]
        return sorted(advices, key=lambda it: it.number)

    return found


def test_the_report_has_five_barriers_seen_from_both_sides(advice):
    barriers = advice(REPORT, RecommendationKind.BARRIER)
    assert [barrier.number for barrier in barriers] == [1, 2, 3, 4, 5]
    assert all(barrier.citizens and barrier.employers for barrier in barriers)


def test_the_report_has_three_recommendations_with_three_two_and_four_measures(advice):
    found = advice(REPORT, RecommendationKind.RECOMMENDATION)
    assert [it.number for it in found] == [1, 2, 3]
    assert [len(it.measures) for it in found] == [3, 2, 4]


def test_the_debate_article_has_three_recommendations(advice):
    assert [it.number for it in advice(DEBATE, RecommendationKind.RECOMMENDATION)] == [1, 2, 3]
