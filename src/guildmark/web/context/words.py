"""Words of the questionnaire's lists."""

from guildmark.toolkit.context import BodySector, GovernmentLevel, Learning, Scope
from guildmark.words import say

BODY_SECTORS = {
    BodySector.HE: say("Higher education"),
    BodySector.VET: say("Vocational education and training"),
    BodySector.OTHER: say("Other learning"),
}
LEVELS = {
    GovernmentLevel.NATIONAL: say("National", context="level of government"),
    GovernmentLevel.REGIONAL: say("Regional", context="level of government"),
    GovernmentLevel.OTHER: say("Other", context="level of government"),
}
SCOPES = {
    Scope.NATIONAL: say("National", context="scope of an initiative"),
    Scope.REGIONAL: say("Regional", context="scope of an initiative"),
}
LEARNING = {
    Learning.HE: say("Higher education"),
    Learning.VET: say("Vocational education and training"),
    Learning.INFORMAL: say("Informal, non-formal or work-based"),
}
