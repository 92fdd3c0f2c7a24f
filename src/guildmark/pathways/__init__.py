"""Stacking: how far micro-credentials lead towards a larger qualification (ch. 3.3.6, principle 5; R13, R22, R50)."""

from guildmark.pathways.model import Counted, Decision, Exit, Qualification
from guildmark.pathways.reach import Reach, reach

__all__ = ["Counted", "Decision", "Exit", "Qualification", "Reach", "reach"]
