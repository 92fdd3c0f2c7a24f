"""Step 4 of the demonstration: two invented micro-credentials of the Green Stage Partnership, roles, workshops.

Of the Czech pilot the guide tells of talks about short modules, and of no design: only those stand there.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from guildmark.toolkit.design.roles import fit
from guildmark.toolkit.design.selfassessment import principle_prompts, prompts
from guildmark.toolkit.design.template import example
from guildmark.toolkit.stakeholders import place
from guildmark.vocabulary import roles
from guildmark.web.accounts.models import Person
from guildmark.web.design import actions
from guildmark.web.design.actions import PieceOfWork
from guildmark.web.partnerships.access import Access, access_to
from guildmark.web.stakeholders.selectors import described, stakeholders

CORE, CONTENT, QUALITY = "core_planning", "content_development", "quality_evaluation"


def load(people: Mapping[str, Person]) -> None:
    """From a first sketch to an approved design, and the larger one that it counts towards."""
    green, bob = access_to(people["alice"], "green-stage"), access_to(people["bob"], "green-stage")
    larger = actions.create(green, "Green Stage Practice", _larger())
    actions.approve(green, larger.public_id, 1, "Agreed by both bodies; the modules follow one after the other.")
    _scenography(green, bob)
    _roles(green)
    _workshops(green)
    czech = access_to(people["alice"], "czech-republic")
    for given in (
        PieceOfWork("content_design", "Short, company-specific modules at universities", "under_way",
                    outcome="Universities slowly expand them to explore demand (SACCORD guide, Annex 2)."),
        PieceOfWork("pilot_preparation", "Cooperation of associations with universities", "under_way",
                    outcome="Being set up, so that micro-credential courses can be offered (SACCORD guide, Annex 2)."),
    ):  # fmt: skip
        actions.add_piece(czech, given)


def _scenography(green: Access, bob: Access) -> None:
    """Five versions: a sketch, assessed outcomes, quality assurance, the hours of the review, all languages."""
    whole = example()
    sketch = {key: whole[key] for key in ("language", "learner_identification", "date_of_issuing", "issuer_country",
                                          "awarding_body", "skills_need", "participation", "level")}  # fmt: skip
    sketch["title"] = "Sustainable Scenography"
    outcomes = deepcopy(whole["learning_outcomes"])
    second = sketch | {"learning_outcomes": outcomes[:4], "assessment": whole["assessment"], "workload": {"hours": 90}}
    third = second | {key: whole[key] for key in ("quality_assurance", "supervision", "grade", "modules", "activities")}
    third["learning_outcomes"] = outcomes
    fourth = third | {key: whole[key] for key in ("workload", "prerequisites", "stackability", "title", "focus")}
    made = actions.create(green, "Sustainable Scenography", sketch)
    history: tuple[tuple[Access, dict[str, Any], str], ...] = (
        (bob, second, "Four outcomes from the kick-off, each with what shows it."),
        (bob, third, "Fifth outcome after the union asked for documentation; quality assurance of the academy."),
        (green, fourth, "100 hours instead of 90: the review workshop tried out the build."),
        (green, whole, "Texts in five languages, issuing authority and validity added before approval."),
    )
    for number, (who, document, note) in enumerate(history, start=1):
        actions.save_version(who, made.public_id, document, version=number, note=note)
    actions.approve(green, made.public_id, 5, "Both awarding bodies and the teaching board agree.")
    evidence = "Minutes of the review workshop, 20 May 2026 (invented)."
    answers = {f"check.{one.key}": {"mark": "yes", "evidence": evidence} for one in prompts()}
    answers |= {f"principle.{one.principle.key}": {"mark": "yes", "evidence": evidence} for one in principle_prompts()}
    for key in ("check.outcomes_followed", "principle.relevance"):
        answers[key] = {"mark": "partly", "evidence": "The first learners are asked again after a year."}
    answers.pop("check.yearly_review")
    actions.judge(green, made.public_id, answers, version=0)


def _larger() -> dict[str, Any]:
    """20 ECTS in Czech, English and German, built from the smaller one's parts."""
    whole = example()
    made = {
        key: whole[key] for key in whole if key not in {"id", "modules", "activities", "stackability", "prerequisites"}
    }
    made["title"] = {"en": "Green Stage Practice", "de": "Grüne Bühnenpraxis", "cs": "Zelená jevištní praxe"}
    made["workload"] = {"hours": 500, "ects": 20}
    made["participation"] = {"mode": "blended", "weeks": 40, "pace": "gradual"}
    made["prerequisites"] = {
        "en": "Two years of practice in a theatre or workshop, or the micro-credential “Sustainable Scenography”.",
        "de": "Zwei Jahre Praxis in einem Theater oder einer Werkstatt, oder „Nachhaltige Szenografie“.",
        "cs": "Dva roky praxe v divadle či dílně, nebo mikrocertifikát „Udržitelná scénografie“.",
    }
    made["stackability"] = {"kind": "standalone"}
    made["modules"] = [
        {"id": "m1", "title": "Sustainable Scenography", "hours": 100, "outcomes": ["lo1", "lo2", "lo5"]},
        {"id": "m2", "title": "A production with a carbon budget", "hours": 250, "outcomes": ["lo3", "lo4"]},
        {"id": "m3", "title": "A store that several houses share", "hours": 150, "outcomes": ["lo2", "lo5"]},
    ]
    return made


def _roles(green: Access) -> None:
    """The best fit of the map takes each role; nobody gets more than one."""
    entries, taken = list(stakeholders(green)), set()
    for role in roles.all_roles():
        fits = [(found.steps, at, one) for at, one in enumerate(entries) if (found := fit(role, place(described(one))))]
        free = [one for _, _, one in sorted(fits, key=lambda fitting: fitting[:2]) if one.pk not in taken]
        for one in free[:2]:
            taken.add(one.pk)
            actions.assign(green, role.key, one.public_id)


def _workshops(green: Access) -> None:
    for given in (
        PieceOfWork("kick_off", "Kick-off in the paint shop", "done", CORE, (CONTENT,),
                    "24 people from seven theatres, two academies and the union (invented)", date(2026, 2, 25),
                    outcome="Four outcomes sketched on the wall; the hours stayed open."),
        PieceOfWork("content_design", "Outcomes, modules and tools", "done", CONTENT, (QUALITY,),
                    "Trainers, two set builders, three freelancers (invented)", date(2026, 3, 24),
                    outcome="Three modules; portfolio, peer review and practical work instead of an exam."),
        PieceOfWork("guide", "Guide to the life-cycle study of a set", "done", CONTENT, (), "", date(2026, 4, 30),
                    outcome="Twelve pages and a calculation sheet."),
        PieceOfWork("case_example", "What became of the set of “Rusalka”", "done", CONTENT, (), "", date(2026, 5, 6),
                    outcome="A workshop manager tells what was reused, and what was not (invented)."),
        PieceOfWork("review", "Review by peers and the quality advisers", "done", QUALITY, (CORE, CONTENT),
                    "Experts of three countries (invented)", date(2026, 5, 20),
                    outcome="100 hours instead of 90; the build is assessed in the workshop."),
        PieceOfWork("pilot_preparation", "Dates, places and tools of the pilot", "done", CORE, ("pilot_delivery",),
                    "Both academies, the workshops in Brno (invented)", date(2026, 6, 17),
                    outcome="Blended, twelve weeks, from September."),
        PieceOfWork("digital_content", "Online unit on materials and their footprint", "under_way", CONTENT, (), "",
                    date(2026, 9, 1)),
    ):  # fmt: skip
        actions.add_piece(green, given)
