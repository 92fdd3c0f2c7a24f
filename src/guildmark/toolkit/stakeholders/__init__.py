"""Step 3: stakeholder dynamics and knowledge and power mapping, a module a sentence of the guide.

3.1.1 groups · 3.1.2 understanding, shape · 3.2 influence, support, majority, scenario · result: map,
gaps, strategies, leverage, coalition.
"""

from guildmark.toolkit.stakeholders.coalition import Coalition, coalition, key_influencers
from guildmark.toolkit.stakeholders.gaps import gaps
from guildmark.toolkit.stakeholders.influence import influence
from guildmark.toolkit.stakeholders.leverage import (
    Decision,
    DecisionView,
    Hold,
    Leverage,
    ValueChain,
    leverage_gaps,
    who_decides,
)
from guildmark.toolkit.stakeholders.majority import majority, majority_of_assessors
from guildmark.toolkit.stakeholders.map import place, stakeholder_map
from guildmark.toolkit.stakeholders.model import (
    Gap,
    Group,
    KnowledgeAnswers,
    PlacedStakeholder,
    Power,
    PowerAnswers,
    PowerResult,
    Scenario,
    Shape,
    Stakeholder,
    StakeholderMap,
    Understanding,
)
from guildmark.toolkit.stakeholders.projection import counts, map_json
from guildmark.toolkit.stakeholders.scenario import scenario
from guildmark.toolkit.stakeholders.shape import shape
from guildmark.toolkit.stakeholders.strategies import Strategy, strategy, strategy_for
from guildmark.toolkit.stakeholders.support import support
from guildmark.toolkit.stakeholders.understanding import understanding

__all__ = [
    "Coalition",
    "Decision",
    "DecisionView",
    "Gap",
    "Group",
    "Hold",
    "KnowledgeAnswers",
    "Leverage",
    "PlacedStakeholder",
    "Power",
    "PowerAnswers",
    "PowerResult",
    "Scenario",
    "Shape",
    "Stakeholder",
    "StakeholderMap",
    "Strategy",
    "Understanding",
    "ValueChain",
    "coalition",
    "counts",
    "gaps",
    "influence",
    "key_influencers",
    "leverage_gaps",
    "majority",
    "majority_of_assessors",
    "map_json",
    "place",
    "scenario",
    "shape",
    "stakeholder_map",
    "strategy",
    "strategy_for",
    "support",
    "understanding",
    "who_decides",
]
