"""Words of this room that no vocabulary has."""

from __future__ import annotations

from guildmark.words import Sentence, say

OUTCOME_KINDS: dict[str, Sentence] = {
    "knowledge": say("Knowledge", context="kind of learning outcome"),
    "skill": say("Skill", context="kind of learning outcome"),
    "responsibility": say("Responsibility and autonomy", context="kind of learning outcome"),
}
PACES: dict[str, Sentence] = {
    "rapid": say("Rapid", context="pace of learning"),
    "gradual": say("Gradual", context="pace of learning"),
}
PLACES: dict[str, Sentence] = {
    "onsite": say("On site", context="place of supervision"),
    "online": say("Online", context="place of supervision"),
}
DEPTHS: dict[str, Sentence] = {
    "foundational": say("Foundational", context="focus"),
    "intermediate": say("Intermediate", context="focus"),
    "specialised": say("Specialised", context="focus"),
}
SKILLS: dict[str, Sentence] = {
    "technical": say("Technical skills"),
    "non_cognitive": say("Non-cognitive skills, such as resilience and learning strategies"),
}
EXTERNAL_KINDS: dict[str, Sentence] = {
    "agency": say("Quality assurance agency"),
    "standard": say("Standard", context="quality assurance"),
    "label": say("Label", context="quality assurance"),
    "register": say("Register", context="quality assurance"),
    "peers": say("Peers", context="quality assurance"),
}
IDENTIFICATION: dict[str, Sentence] = {
    "name": say("Name"),
    "email": say("E-mail address"),
    "identifier": say("Identifier of the learner"),
    "birth_date": say("Date of birth"),
}
SEVERITIES: dict[str, Sentence] = {
    "error": say("error", context="severity of a finding"),
    "warning": say("warning", context="severity of a finding"),
    "advice": say("advice", context="severity of a finding"),
}
MARKS: dict[str, Sentence] = {
    "yes": say("Yes"),
    "partly": say("Partly"),
    "no": say("No"),
    "not_applicable": say("Does not apply"),
}
STAGES: tuple[tuple[Sentence, Sentence], ...] = (
    (say("Identification"), say("Which learning is meant: outcomes, and who may ask for the award.")),
    (say("Documentation"), say("What shows it: activities, evidence, prior learning.")),
    (say("Assessment"), say("How it is assessed against published criteria.")),
    (say("Certification"), say("Who awards it, with which quality assurance.")),
)
"""Validation in four stages (the guide, ch. 3.3.4)."""
KINDS: dict[str, Sentence] = {
    "kick_off": say("Kick-off workshop"),
    "content_design": say("Content design workshop"),
    "review": say("Review and validation"),
    "pilot_preparation": say("Pilot preparation"),
    "guide": say("Guide for trainers or learners"),
    "digital_content": say("Digital content"),
    "case_example": say("Case example from a practitioner"),
    "assessment_tool": say("Assessment tool"),
}
"""Workshops and products of Step 4.3, in the guide's order."""
WORKSHOPS = ("kick_off", "content_design", "review", "pilot_preparation")
STATES: dict[str, Sentence] = {
    "planned": say("Planned", context="state of a workshop or product"),
    "under_way": say("Under way", context="state of a workshop or product"),
    "done": say("Done", context="state of a workshop or product"),
}
