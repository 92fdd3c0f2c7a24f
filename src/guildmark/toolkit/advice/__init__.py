"""What one step's result asks of the next: next actions, transition logic and status (Annex 2)."""

from guildmark.toolkit.advice.advising import advice_json, advise
from guildmark.toolkit.advice.model import Advice, PilotResult, RecognitionState, Results, Step
from guildmark.toolkit.advice.section import section_words
from guildmark.toolkit.advice.status import Status, StatusProposal, proposed_statuses, status
from guildmark.toolkit.advice.transitions import Transition, transitions

__all__ = [
    "Advice",
    "PilotResult",
    "RecognitionState",
    "Results",
    "Status",
    "StatusProposal",
    "Step",
    "Transition",
    "advice_json",
    "advise",
    "proposed_statuses",
    "section_words",
    "status",
    "transitions",
]
