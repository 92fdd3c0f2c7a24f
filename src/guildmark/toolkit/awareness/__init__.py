"""Step 2: getting stakeholders on board, from the first definition to the examples that convince."""

from guildmark.toolkit.awareness.change import SMALLEST_GROUP, UnderstandingChange, understanding_change
from guildmark.toolkit.awareness.knowledge_base import (
    PublicationFilter,
    filter_cases,
    filter_publications,
    topic_counts,
)
from guildmark.toolkit.awareness.outreach import Occasion, OutreachSummary, Perspective, outreach_summary
from guildmark.toolkit.awareness.path import Stage, Topic, purpose, topics

__all__ = [
    "SMALLEST_GROUP",
    "Occasion",
    "OutreachSummary",
    "Perspective",
    "PublicationFilter",
    "Stage",
    "Topic",
    "UnderstandingChange",
    "filter_cases",
    "filter_publications",
    "outreach_summary",
    "purpose",
    "topic_counts",
    "topics",
    "understanding_change",
]
