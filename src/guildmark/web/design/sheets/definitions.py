"""The forms of a design, in the order in which one fills them in."""

from __future__ import annotations

from guildmark.web.design.sheets import choices as of
from guildmark.web.design.sheets.model import Field, Group, Rows, Sheet
from guildmark.words import say

_BODY = (
    Field("name", say("Name"), "text", width="wide"),
    Field("country", say("Country or region"), hint=say("“CZ” or “CZ/Prague”.")),
    Field("id", say("Address on the web"), width="full"),
)

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "title",
        say("Title and bodies"),
        say("What it is called, and who stands behind it."),
        (
            Field("title", say("Title"), "text"),
            Field("language", say("Language of the design"), hint=say("A tag such as “en”.")),
            Field("issuer_country", say("Country or region of the issuer"), "codes",
                  hint=say("Two capital letters such as “CZ”, or “CZ/Prague”. For a joint award: “CZ, AT”.")),
            Rows("awarding_body", say("Awarding bodies"), _BODY, bare=True),
            Rows("issuing_authority", say("Issuing authority"), _BODY, bare=True,
                 hint=say("Who sets the framework for recognition, where that is somebody else.")),
            Group("learner_identification",
                  (Field("required", say("What identifies the learner"), "checks", of.FACTS),)),
            Group("date_of_issuing", (Field("rule", say("Date of issuing"), "choice", of.ON_AWARD),)),
        ),
    ),
    Sheet(
        "assessment",
        say("Assessment"),
        say("What learners do to show the outcomes. Attendance alone never leads to the award."),
        (
            Rows("assessment", say("Ways of assessing"), (
                Field("type", say("Type"), "choice", of.ASSESSMENT_TYPES, width="wide"),
                Field("weight", say("Weight"), "number"),
                Field("description", say("What the learner does"), "long", width="full"),
                Field("criteria", say("Criteria that learners know beforehand"), "long", width="full"),
            ), ids="as"),
        ),
    ),
    Sheet(
        "outcomes",
        say("Learning outcomes"),
        say("What learners can do afterwards: one verb that one can observe, an object, a context."),
        (
            Rows("learning_outcomes", say("Learning outcomes"), (
                Field("text", say("The learner can …"), "long", width="full"),
                Field("kind", say("Kind"), "choice", of.OUTCOME_KIND),
                Field("assessed_by", say("Assessed by"), "checks", of.ASSESSMENTS, width="wide"),
                Rows("skills", say("Skills of a framework that others know, such as ESCO"), (
                    Field("name", say("Name"), "text"),
                    Field("uri", say("Address on the web"), width="wide"),
                )),
            ), ids="lo", plain="text"),
        ),
        terms="eqf",
    ),
    Sheet(
        "workload",
        say("Workload, level, participation"),
        say("How much work it is, on which level, and how one takes part."),
        (
            Group("workload", (
                Field("hours", say("Hours of work in all"), "number"),
                Field("ects", say("ECTS credits"), "number"),
            ), say("Workload")),
            Group("level", (
                Field("eqf", say("Level of the European framework (EQF)"), "number", of.EQF),
                Group("nqf", (
                    Field("country", say("Country of the national framework")),
                    Field("level", say("Its level there"), "number"),
                )),
                Field("qf_ehea", say("Cycle of higher education"), "choice", of.CYCLES),
                Field("not_applicable", say("Or why no level applies"), "text", width="full"),
            ), say("Level")),
            Group("participation", (
                Field("mode", say("Form of participation"), "choice", of.MODES),
                Field("weeks", say("Weeks"), "number"),
                Field("pace", say("Pace"), "choice", of.PACE),
            ), say("Participation")),
        ),
        terms="ects eqf nqf qf_ehea",
    ),
    Sheet(
        "quality",
        say("Quality assurance"),
        say("Who looks at it from inside, and who from outside."),
        (
            Group("quality_assurance", (
                Rows("internal", say("Inside"), (Field("", say("Procedure"), "long"),)),
                Rows("external", say("Outside"), (
                    Field("name", say("Name"), "text", width="wide"),
                    Field("kind", say("Kind"), "choice", of.EXTERNAL_KIND),
                    Field("url", say("Address on the web"), width="full"),
                )),
            )),
        ),
        terms="qa esg eqavet",
    ),
    Sheet(
        "optional",
        say("Optional elements"),
        say("Five elements that are stated where they apply."),
        (
            Field("prerequisites", say("Prerequisites"), "long"),
            Group("supervision", (
                Field("kind", say("Supervision and identity"), "choice", of.SUPERVISION, width="wide"),
                Field("place", say("Where"), "choice", of.PLACE),
            ), say("Supervision and identity verification"), plain="kind", bare=True),
            Group("grade", (
                Group("scale", (
                    Field("words", say("Grades, the best first"), "lines", hint=say("One a line."), width="full"),
                    Field("min", say("Or points: from"), "number"),
                    Field("max", say("Points: to"), "number"),
                    Field("pass", say("Passed from"), "number"),
                ), plain="words", bare=True),
            ), say("Grade")),
            Group("stackability", (
                Field("kind", say("Does it count towards more?"), "choice", of.STACKABILITY, width="wide"),
                Rows("towards", say("Counts towards"), (
                    Field("title", say("Title"), "text", width="wide"),
                    Field("model", say("Model"), "choice", of.MODELS),
                )),
            ), say("Integration and stackability")),
            Field("further_information", say("Further information"), "long"),
        ),
        terms="mc rpl",
    ),
    Sheet(
        "purpose",
        say("Need, focus, validity"),
        say("Which need it answers, how deep it goes, how long it stays current."),
        (
            Group("skills_need", (
                Field("kind", say("Kind of need"), "checks", of.NEEDS, width="full"),
                Field("text", say("The need"), "long", width="full"),
                Rows("evidence", say("Evidence"), (Field("", say("What it rests on"), "long"),)),
            ), say("Skills need"), plain="text", bare=True),
            Group("focus", (
                Field("depth", say("Depth"), "choice", of.DEPTH),
                Field("sector", say("Sector"), "choice", of.SECTORS, width="wide"),
                Field("skills", say("Skills", context="focus"), "checks", of.SKILL, width="full"),
                Field("text", say("In your own words"), "text", width="full"),
            ), say("Focus"), plain="text", bare=True),
            Group("validity", (
                Field("years", say("Years"), "number"),
                Field("reason", say("Why"), "text", width="wide"),
            ), say("Validity"), plain="reason", bare=True),
        ),
    ),
    Sheet(
        "teaching",
        say("Modules and activities"),
        say("How it is taught, and which outcome each part prepares for."),
        (
            Rows("modules", say("Modules"), (
                Field("title", say("Title"), "text", width="wide"),
                Field("hours", say("Hours"), "number"),
                Field("outcomes", say("Prepares for"), "checks", of.OUTCOMES, width="full"),
            ), ids="m", plain="title"),
            Rows("activities", say("Activities"), (
                Field("title", say("Title"), "text", width="wide"),
                Field("module", say("Module"), "choice", of.MODULES),
                Field("outcomes", say("Prepares for"), "checks", of.OUTCOMES, width="full"),
            ), ids="ac", plain="title"),
        ),
    ),
    Sheet(
        "own",
        say("Elements of your own"),
        say("What you want to say beside the 16 elements. It is shown, and never taken for one of them."),
        (
            Rows("additional_elements", say("Elements of your own"), (
                Field("name", say("Name"), "text"),
                Field("value", say("What it says"), "text", width="wide"),
            )),
            Field("id", say("Address of this micro-credential on the web")),
            Field("version", say("Version as you call it")),
            Field("image", say("Address of its picture")),
        ),
    ),
)  # fmt: skip


def sheet_of(key: str) -> Sheet | None:
    """The form with this key."""
    return next((sheet for sheet in SHEETS if sheet.key == key), None)


def sheet_for(path: str) -> Sheet | None:
    """The form in which a place in the design (a JSON Pointer) is filled in."""
    top = path.strip("/").split("/")[0]
    return next((sheet for sheet in SHEETS if top in sheet.keys), None)
