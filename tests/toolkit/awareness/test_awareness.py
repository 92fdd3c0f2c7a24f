"""Step 2: the path, the knowledge base, the change of understanding, the log of outreach."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.awareness import (
    SMALLEST_GROUP,
    Occasion,
    Perspective,
    PublicationFilter,
    Stage,
    filter_cases,
    filter_publications,
    outreach_summary,
    purpose,
    topic_counts,
    topics,
    understanding_change,
)
from guildmark.toolkit.stakeholders import Understanding
from guildmark.vocabulary import cases as case_studies
from guildmark.vocabulary import publications
from tests.cases import cases

LEVEL = st.one_of(st.none(), st.sampled_from(Understanding))
SHELF = publications.all_publications()


def test_the_path_has_the_guides_three_stages_in_order() -> None:
    assert list(dict.fromkeys(topic.stage for topic in topics())) == list(Stage)
    assert all(purpose(stage).text("en") for stage in Stage)


def test_every_topic_shows_material_or_sends_to_a_publication_of_the_guide() -> None:
    for topic in topics():
        assert topic.material or topic.publications
        assert all(publication.in_guide for publication in topic.publications)
        assert all(word.label("cs") for word in topic.material)


def test_publications_are_found_by_topic_author_words_and_year() -> None:
    found = filter_publications(SHELF, PublicationFilter(topics=frozenset({"quality_assurance"}), year_from=2022))
    assert found
    assert all("quality_assurance" in {topic.key for topic in one.topics} for one in found)
    assert [one.year for one in found] == sorted((one.year for one in found), reverse=True)  # type: ignore[type-var]
    assert all("Cedefop" in one.authors for one in filter_publications(SHELF, PublicationFilter(author="CEDEFOP")))
    assert [one.key for one in filter_publications(SHELF, PublicationFilter(words="polonic kamsek design"))] == []
    assert [one.key for one in filter_publications(SHELF, PublicationFilter(words="policnik design"))] == ["p09"]


def test_the_guides_own_publications_can_be_shown_alone() -> None:
    found = filter_publications(SHELF, PublicationFilter(only_guide=True))
    assert {one.key for one in found} == {one.key for one in SHELF if one.in_guide}
    assert found[-1].year is None


@given(st.sets(st.sampled_from([topic.key for topic in publications.topics()])), st.integers(2010, 2030))
def test_a_narrower_filter_finds_no_more(keys: set[str], year: int) -> None:
    wide = PublicationFilter(topics=frozenset(keys))
    narrow = PublicationFilter(topics=frozenset(keys), year_from=year)
    assert set(filter_publications(SHELF, narrow)) <= set(filter_publications(SHELF, wide))


def test_topics_are_counted_over_what_is_shown() -> None:
    counted = topic_counts(SHELF, publications.topics())
    assert all(number == len(publications.all_publications(topic.key)) for topic, number in counted)
    assert topic_counts((), publications.topics()) == ()


def test_cases_are_filtered_within_and_beyond_the_creative_industries() -> None:
    everything = case_studies.all_cases()
    within = filter_cases(everything, within_creative=True)
    beyond = filter_cases(everything, within_creative=False)
    assert set(within) | set(beyond) == set(everything)
    assert "edubadges" in {case.key for case in beyond}
    assert all(case.told for case in filter_cases(everything, only_told=True))
    assert {case.place for case in filter_cases(everything, place="IE")} == {"IE"}


@pytest.mark.parametrize("case", cases("understanding_change"))
def test_the_change_is_the_one_of_the_case(case: dict[str, Any]) -> None:
    readings = [tuple(level and Understanding(level) for level in pair) for pair in case["readings"]]
    found = understanding_change(readings)  # type: ignore[arg-type]
    assert {key: getattr(found, key) for key in case["counts"]} == case["counts"]
    assert found.finding.text("en") == case["finding"]


@given(st.lists(st.tuples(LEVEL, LEVEL), max_size=12))
def test_small_groups_are_never_counted_and_larger_ones_completely(
    readings: list[tuple[Understanding | None, Understanding | None]],
) -> None:
    found = understanding_change(readings)
    if found.pairs < SMALLEST_GROUP:
        assert (found.before, found.after, found.rose, found.same, found.fell) == (None,) * 5
    else:
        assert found.before is not None
        assert found.after is not None
        assert sum(found.before.values()) == sum(found.after.values()) == found.pairs
        assert (found.rose or 0) + (found.same or 0) + (found.fell or 0) == found.pairs


@pytest.mark.parametrize("case", cases("outreach"))
def test_the_log_says_whom_it_has_not_heard_and_what_came_of_it(case: dict[str, Any]) -> None:
    log = [
        Occasion(
            one["title"],
            one["date"],
            one["participants"],
            frozenset(map(Perspective, one.get("perspectives", []))),
            tuple(one.get("outcomes", [])),
        )
        for one in case["log"]
    ]
    found = outreach_summary(log)
    assert (found.occasions, found.participants) == (len(log), case["participants"])
    assert [perspective.value for perspective in found.missing] == case["missing"]
    assert [sentence.text("en") for sentence in found.sentences] == case["sentences"]
