"""Which routes are open, what they ask for, and what is missing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildmark.toolkit.design import Design, read_design
from guildmark.toolkit.recognition import (
    all_pieces,
    dossier,
    evidence_report,
    get_piece,
    in_design,
    review_schedule,
    routes,
)
from guildmark.vocabulary import countries
from guildmark.words import LANGUAGES
from tests.toolkit.design.sound import design_with


def design(country: str | list[str] = "CZ", **changes: object) -> Design:
    return read_design(design_with({"/issuer_country": country, **{f"/{k}": v for k, v in changes.items()}})).design


def kinds(country: str) -> dict[str, str]:
    return {route.key: route.openness for route in routes(design(country))}


def test_the_routes_of_step_5_2_are_there_in_every_country() -> None:
    assert kinds("CZ") == {
        "CZ/institutional": "open",
        "CZ/sectoral": "open",
        "CZ/framework": "partly",
        "CZ/prior_learning": "open",
    }


def test_a_country_of_which_we_know_nothing() -> None:
    assert kinds("AR")["AR/framework"] == "unknown"


def test_ireland_and_new_zealand_have_classes_of_award() -> None:
    assert [key for key in kinds("IE") if "award_class" in key] == [
        "IE/award_class/IE.minor",
        "IE/award_class/IE.special_purpose",
        "IE/award_class/IE.supplemental",
        "IE/award_class/IE.professional",
    ]
    assert "NZ/award_class/NZ.microcredential" in kinds("NZ")


@pytest.mark.parametrize(("kind", "usual"), [("standalone", "IE.special_purpose"), ("integrated", "IE.minor")])
def test_the_usual_class_follows_from_stackability(kind: str, usual: str) -> None:
    stated = {"kind": kind, **({"towards": [{"title": "Green Stage Practice"}]} if kind == "integrated" else {})}
    found = [r for r in routes(design("IE", stackability=stated)) if str(r.sentence).startswith("The usual class")]
    assert [route.award_class.key for route in found if route.award_class] == [usual]


def test_only_a_referenced_framework_leads_to_the_european_one() -> None:
    def sentence(country: str) -> str:
        return next(str(route.sentence) for route in routes(design(country)) if route.kind == "framework")

    assert "referenced to the European one" in sentence("IE")
    assert "European" not in sentence("NZ")


def test_a_joint_award_has_the_routes_of_each_country_once() -> None:
    found = routes(design(["CZ/Prague", "AT", "CZ/Brno"]))
    assert [route.country.code for route in found if route.kind == "framework"] == ["CZ", "AT"]


def test_a_dossier_says_what_is_there_and_what_is_missing() -> None:
    route = next(route for route in routes(design()) if route.kind == "institutional")
    found = dossier(route, design(), {"pilot_results", "adjustments"})
    assert [piece.key for piece in found.missing] == ["learner_feedback", "review_plan"]
    assert not found.complete
    assert str(found.sentence) == "2 pieces of evidence are missing: Feedback of learners and Review plan."
    assert dossier(route, design(), {"pilot_results", "adjustments", "learner_feedback", "review_plan"}).complete


def test_what_the_design_holds_is_never_taken_from_the_file() -> None:
    route = next(route for route in routes(design()) if route.kind == "prior_learning")
    without = read_design(design_with(without=["/supervision"])).design
    assert [piece.key for piece in dossier(route, without, {"identity"}).missing] == ["identity"]


def test_prior_learning_needs_assessment_without_attendance() -> None:
    attended = design(assessment=[{"id": "as1", "type": "level_of_attendance"}, {"id": "as2", "type": "quiz"}])
    assert "assessment_without_course" not in in_design(attended)
    assert "assessment_without_course" in in_design(design())


def test_the_evidence_report_covers_every_piece() -> None:
    assert [entry.piece for entry in evidence_report(design()).entries] == list(all_pieces())
    assert get_piece("pilot_results").section == "pilot"
    with pytest.raises(LookupError):
        get_piece("nothing")


@given(st.sampled_from(countries.all_countries()))
def test_every_route_of_every_country_can_be_said(country: countries.Country) -> None:
    for route in routes(design(country.code)):
        assert set(route.asks) <= {piece.key for piece in all_pieces()}
        assert all(route.sentence.text(language) for language in LANGUAGES)


def test_reviews_come_every_year_and_before_the_end() -> None:
    schedule = review_schedule(date(2024, 2, 29), design(validity={"years": 2}), valid_until=date(2027, 2, 28))
    assert [(review.on.isoformat(), review.kind) for review in schedule] == [
        ("2025-02-28", "yearly"),
        ("2026-02-28", "yearly"),
        ("2026-02-28", "content"),
        ("2026-08-28", "renewal"),
        ("2027-02-28", "end"),
    ]


def test_without_an_end_three_yearly_reviews_are_planned() -> None:
    schedule = review_schedule(date(2026, 11, 23), design())
    assert [review.on.year for review in schedule] == [2027, 2028, 2029]


def test_an_endorsement_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="after it begins"):
        review_schedule(date(2026, 1, 1), design(), valid_until=date(2026, 1, 1))


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 3000))
def test_every_review_lies_between_the_endorsement_and_its_end(start: date, days: int) -> None:
    end = date.fromordinal(start.toordinal() + days)
    schedule = review_schedule(start, design(), valid_until=end)
    assert [review.on for review in schedule] == sorted(review.on for review in schedule)
    assert all(start <= review.on <= end for review in schedule)
    assert schedule[-1].kind == "end"
