"""A cohort of the shipped example design, for tests."""

from __future__ import annotations

from guildmark.credentials.record.learner import Learner as LearnerRow
from guildmark.toolkit.design.template import example
from guildmark.web.design import actions as designs
from guildmark.web.design.models import DesignVersion
from guildmark.web.partnerships.access import Access
from guildmark.web.pilots import actions
from guildmark.web.pilots.models import Cohort, Learner

OUTCOMES = ("lo1", "lo2", "lo3", "lo4", "lo5")


def an_approved_version(access: Access) -> DesignVersion:
    made = designs.create(access, "Sustainable Scenography", example())
    designs.approve(access, made.public_id, 1)
    return DesignVersion.objects.get(micro_credential=made, number=1)


def a_cohort(access: Access) -> Cohort:
    return actions.make_cohort(access, actions.Plan("Autumn", an_approved_version(access)))


def a_learner(access: Access, cohort: Cohort, name: str = "Dora", email: str = "dora@example.org") -> Learner:
    return actions.add_learner(access, cohort.public_id, LearnerRow(name=name, email=email))
