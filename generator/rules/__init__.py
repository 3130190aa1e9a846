"""Checks across fields and files: one short generator per rule, whose docstring states the rule."""

from __future__ import annotations

import datetime as dt

from generator.base import garbage
from generator.base.problems import Problem
from generator.reading.loaded import Loaded
from generator.rules import (
    answers,
    decisions,
    figures,
    forms,
    gone,
    imports,
    letters,
    links,
    records,
    site,
    targets,
    texts,
)
from generator.rules.scope import Scope

RULES = (
    links.unknown_reference,
    links.named_twice,
    links.one_target,
    links.said_twice,
    links.said_from_both_sides,
    links.said_by_heading,
    links.benchmark_without_metric,
    links.metric_and_excuse,
    links.unused_indicator,
    links.point_without_link,
    links.text_changed_since,
    records.adopted_text_or_reason,
    records.copied,
    records.address_used_twice,
    records.id_used_twice,
    records.number_used_twice,
    records.part_named_twice,
    records.year_used_twice,
    records.one_home_area,
    records.web_address,
    records.form_editor_has_repository,
    records.date_in_future,
    records.old_accessibility_check,
    site.can_be_reached,
    site.official_statement,
    site.security_contact,
    site.readable_colour,
    gone.old_address,
    gone.new_address,
    gone.withheld_address,
    letters.history_in_order,
    letters.answer_before_letter,
    answers.decision_explained,
    answers.parts_of_a_yes,
    answers.something_changed,
    answers.version_of_a_change,
    answers.answer_without_decision,
    answers.joint_answer,
    answers.promise_kept_in_time,
    answers.reply_to_an_answer,
    answers.split_point,
    decisions.item_of_a_meeting,
    decisions.item_numbered_twice,
    decisions.versions_of_a_text,
    decisions.correction_undone,
    decisions.figure_revised,
    letters.letter_without_words,
    letters.heading_differs,
    letters.benchmarks_of_point,
    figures.without_figures,
    figures.counted_twice,
    figures.whole_number,
    figures.possible,
    figures.leap_in_series,
    figures.counted_in_future,
    figures.group_spelled_twice,
    figures.unknown_group,
    figures.break_in_series,
    figures.words_about_figures,
    imports.import_mapping,
    targets.demand,
    targets.demand_since,
    targets.demand_on_itself,
    targets.demanded_figure,
    targets.measure_of_part,
    targets.part_without_measure,
    targets.part_of_itself,
    targets.part_of_part,
    texts.nothing_private,
    texts.allowance_in_use,
    texts.markup,
    texts.markdown,
    texts.curly_quotes,
    texts.hard_to_read,
    forms.fields_in_order,
    texts.synonym_of_two,
)


def check(loaded: Loaded, today: dt.date) -> list[Problem]:
    """Hold every rule against the records; `today` is the day that dates are held against."""
    with garbage.kept():
        scope = Scope(loaded, today)
        return sorted({problem for rule in RULES for problem in rule(scope)})
