"""What the pilots tell the journey."""

from __future__ import annotations

from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.contribution import Contribution
from guildmark.web.pilots import selectors
from guildmark.words import say, say_count


def contribute(access: Access) -> Contribution:
    """Results of the finished cohorts; how many learners began and passed."""
    cohorts = list(selectors.cohorts(access))
    if not cohorts:
        return Contribution()
    numbers = [selectors.attainment(one) for one in cohorts]
    learners, passed = sum(one.learners for one in numbers), sum(one.passed for one in numbers)
    actions = [
        say_count("{count} cohort of learners", "{count} cohorts of learners", len(cohorts)),
        say_count("{count} learner enrolled", "{count} learners enrolled", learners),
    ]
    if passed:
        actions.append(say_count("{count} learner has passed", "{count} learners have passed", passed))
    finding = say("{passed} of {learners} learners of the pilots have passed.", passed=passed, learners=learners)
    return Contribution(
        results={"pilots": selectors.results(access)}, actions=tuple(actions), findings=finding if passed else None
    )
