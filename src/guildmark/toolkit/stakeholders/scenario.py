"""Step 3.2: which of the four scenarios a stakeholder belongs to."""

from __future__ import annotations

from guildmark.toolkit.stakeholders.model import Power, Scenario

_SCENARIOS = {
    (Power.HIGH, Power.LOW): Scenario.HIGH_INFLUENCE_LOW_SUPPORT,
    (Power.HIGH, Power.HIGH): Scenario.HIGH_INFLUENCE_HIGH_SUPPORT,
    (Power.LOW, Power.LOW): Scenario.LOW_INFLUENCE_LOW_SUPPORT,
    (Power.LOW, Power.HIGH): Scenario.LOW_INFLUENCE_HIGH_SUPPORT,
}


def scenario(influence: Power | None, support: Power | None) -> Scenario | None:
    """The scenario of a level of influence and of support (R40).

    None where either is undecided or unknown: such a stakeholder stands on the line of the axis that
    is undecided, or beside the map where an axis is unknown, and is asked about.
    """
    if influence is None or support is None:
        return None
    return _SCENARIOS.get((influence, support))
