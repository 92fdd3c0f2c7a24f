"""Step 2: getting stakeholders on board, from the first definition to the examples that convince."""

from guildmark.toolkit.awareness.brief import Brief, ministry_brief
from guildmark.toolkit.awareness.change import SMALLEST_GROUP, UnderstandingChange, understanding_change
from guildmark.toolkit.awareness.knowledge_base import (
    PublicationFilter,
    filter_cases,
    filter_publications,
    topic_counts,
)
from guildmark.toolkit.awareness.outreach import Occasion, OutreachSummary, Perspective, outreach_summary
from guildmark.toolkit.awareness.path import Stage, Topic, purpose, topics
from guildmark.toolkit.awareness.value import Indicator, Proof, value_indicators, value_sentence

__all__ = [
    "SMALLEST_GROUP",
    "Brief",
    "Indicator",
    "Occasion",
    "OutreachSummary",
    "Perspective",
    "Proof",
    "PublicationFilter",
    "Stage",
    "Topic",
    "UnderstandingChange",
    "filter_cases",
    "filter_publications",
    "ministry_brief",
    "outreach_summary",
    "purpose",
    "topic_counts",
    "topics",
    "understanding_change",
    "value_indicators",
    "value_sentence",
]
