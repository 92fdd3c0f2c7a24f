"""Step 5 of the demonstration: the green stage recognised, the Czech pilot as far as Annex 2 tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from guildmark.documents.evidence_report import evidence_report_pdf
from guildmark.web.accounts.models import Person
from guildmark.web.design import selectors as designs
from guildmark.web.partnerships.access import Access, access_to
from guildmark.web.recognition.actions import Entry, choose_route, file
from guildmark.web.recognition.kinds import Stage
from guildmark.web.recognition.reporting import report_of
from guildmark.web.recognition.standing import standing

ACADEMY = "Vltava Academy of Stagecraft"
WORKSHOPS = "Svratka Stage Workshops"
COUNCIL = "Council for Stage Craft Learning"
DONE, ASKED, IDEA = Stage.DONE, Stage.UNDER_WAY, Stage.PLANNED


def load(people: Mapping[str, Person]) -> None:
    """Everything of the green stage is invented; of the Czech pilot stands what the guide says, and no more."""
    _czech(access_to(people["alice"], "czech-republic"))
    green = access_to(people["alice"], "green-stage")
    found = designs.micro_credentials(green).first()
    if found is None:
        return
    mine = found.public_id
    choose_route(
        green,
        mine,
        "CZ/institutional",
        "The academy's board decides within a term; the framework takes some kinds only.",
    )
    _evidence(green, mine)
    _endorsed(green, mine)
    _used(green, mine)
    _carried_on(green)
    _told(green)


def _evidence(green: Access, mine: str) -> None:
    for piece, day, title, text in (
        (
            "evidence_of_need",
            "2026-03-10",
            "Vacancy count and talks with seven theatres",
            "22 of 61 vacancies ask for sustainable building; five of seven houses find nobody who can calculate it.",
        ),
        (
            "employer_statements",
            "2026-04-02",
            "Letters of four theatres",
            "Each would prefer an applicant who holds the record, and two would pay for their own staff to earn it.",
        ),
        (
            "pilot_results",
            "2026-10-02",
            "Results of the pilot of summer 2026",
            "Attendance, results per outcome and the survey, summed up on two pages.",
        ),
        (
            "learner_feedback",
            "2026-10-05",
            "What the learners said",
            "More time for the workshop day, an example of a small house; both are in the plan of the next round.",
        ),
        (
            "adjustments",
            "2026-10-12",
            "Adjustments, confirmed by both workshops",
            "One workshop day more, the footprint sheet simplified; outcomes and workload stay as they were.",
        ),
        (
            "quality_results",
            "2026-06-30",
            "Report of the academy's inner evaluation, 2025/26",
            "Published on the academy's site; two recommendations, both carried out.",
        ),
    ):
        file(
            green,
            "evidence",
            Entry(DONE, title, on=date.fromisoformat(day), text=text, more={"sort": piece}, micro_credential=mine),
        )


def _endorsed(green: Access, mine: str) -> None:
    file(
        green,
        "consultation",
        Entry(
            DONE,
            "Talk with the teaching board",
            ACADEMY,
            date(2026, 9, 22),
            text="The board asked who assesses whom; a second assessor now looks at every portfolio.",
            micro_credential=mine,
        ),
    )
    file(
        green,
        "consultation",
        Entry(
            DONE,
            "Advice of the council",
            COUNCIL,
            date(2026, 10, 6),
            text="Level 6 is plausible. The council will name the micro-credential in its list of the sector.",
            micro_credential=mine,
        ),
    )
    file(
        green,
        "review",
        Entry(
            DONE,
            "Review after the pilot",
            "Both workshops, two learners, one employer",
            date(2026, 10, 12),
            text="One workshop day more; a simpler footprint sheet; the list of changes is public.",
            micro_credential=mine,
        ),
    )
    file(
        green,
        "review",
        Entry(
            IDEA,
            "First yearly review",
            "Both workshops, learners of the second round",
            date(2027, 10, 11),
            micro_credential=mine,
        ),
    )
    stand = standing(green, mine, localdate())
    paper = evidence_report_pdf(report_of(green, stand, "en", date(2026, 10, 14)), "en")
    file(
        green,
        "endorsement",
        Entry(
            DONE,
            "Approval by the teaching board",
            ACADEMY,
            date(2026, 10, 19),
            until=date(2029, 10, 19),
            text="A second assessor looks at every portfolio. Renewal is asked for half a year before the end.",
            micro_credential=mine,
            document=SimpleUploadedFile("evidence-and-validation-report.pdf", paper),
        ),
    )


def _used(green: Access, mine: str) -> None:
    whole = file(
        green,
        "qualification",
        Entry(
            DONE,
            "Green Stage Practice",
            ACADEMY,
            credits=Decimal(20),
            text="Open to everybody who works on a stage; no entrance exam.",
            more={
                "exits": [
                    {"title": "Foundation in Green Production", "credits": 6},
                    {"title": "Certificate of practice", "credits": 12},
                ]
            },
        ),
    )
    for stage, title, size, model, named in (
        (DONE, "", 4, "modular", mine),
        (DONE, "Light for Small Stages", 3, "modular", ""),
        (ASKED, "Touring Without Waste", 3, "prior_learning", ""),
    ):
        file(
            green,
            "counting",
            Entry(
                stage,
                title,
                "Teaching board of the academy",
                date(2026, 10, 19) if stage is DONE else None,
                credits=Decimal(size),
                more={"sort": model},
                towards=whole.public_id,
                micro_credential=named,
                text="" if stage is DONE else "The board wants to see the assessment first.",
            ),
        )
    file(
        green,
        "offer",
        Entry(
            DONE,
            "Winter course for working designers",
            ACADEMY,
            date(2026, 11, 2),
            more={"sort": "lifelong", "ticks": ["registration", "certification", "badges"]},
            text="Evenings and two weekends, in the academy's lifelong-learning catalogue.",
        ),
    )
    file(
        green,
        "offer",
        Entry(
            ASKED,
            "Second year of Scenography",
            ACADEMY,
            date(2027, 9, 20),
            more={"sort": "programme", "ticks": ["registration"]},
            text="Students who hold it skip the introduction to materials.",
        ),
    )
    file(
        green,
        "employer",
        Entry(
            DONE,
            "Theatre on the Weir",
            on=date(2026, 11, 5),
            more={"sort": "hiring"},
            text="We ask for it in the vacancy, and read the portfolio first.",
            micro_credential=mine,
        ),
    )
    file(
        green,
        "employer",
        Entry(
            ASKED,
            "Moravian Set Builders",
            more={"sort": "development"},
            text="Two of our people will take the winter course.",
            micro_credential=mine,
        ),
    )


def _carried_on(green: Access) -> None:
    file(
        green,
        "agreement",
        Entry(
            DONE,
            "Joint delivery of Sustainable Scenography",
            f"{ACADEMY}; {WORKSHOPS}",
            date(2026, 10, 26),
            until=date(2029, 10, 26),
            more={"sort": "delivery"},
            text="The academy teaches and assesses, the workshops lend two rooms, tools and a second assessor.",
        ),
    )
    file(
        green,
        "agreement",
        Entry(
            DONE,
            "Mutual recognition across the Danube",
            f"{ACADEMY}; Wien Stage Lab",
            date(2026, 11, 9),
            until=date(2028, 11, 9),
            more={"sort": "recognition"},
            text="Each credits the other's micro-credentials in stage production, case by case, within four weeks.",
        ),
    )
    file(
        green,
        "agreement",
        Entry(
            ASKED,
            "Memorandum with the scenographers' union",
            f"{ACADEMY}; Scenographers' union",
            more={"sort": "memorandum"},
            text="Reduced fees for members, a seat in the yearly review.",
        ),
    )
    file(
        green,
        "scaling",
        Entry(
            ASKED,
            "Austria / Wien",
            "Wien Stage Lab",
            date(2027, 3, 1),
            more={"ticks": ["translation", "law"]},
            text="German materials; fire rules of the city.",
        ),
    )
    file(
        green,
        "scaling",
        Entry(
            IDEA,
            "Netherlands",
            "Stage school in Utrecht (invented)",
            more={"ticks": ["translation", "delivery"]},
            text="Online first, one workshop weekend.",
        ),
    )
    file(
        green,
        "resource",
        Entry(
            DONE,
            "Fees of the winter course",
            "Learners",
            more={"sort": "fees"},
            amount=Decimal(9600),
            text="24 places at 400 euro; six places are free.",
        ),
    )
    file(
        green,
        "resource",
        Entry(
            ASKED,
            "Regional skills fund",
            "City of Brno",
            more={"sort": "funding"},
            amount=Decimal(15000),
            until=date(2028, 12, 31),
            text="The free places and the German materials.",
        ),
    )
    for task, stage, who, text in (
        ("delivery", DONE, ACADEMY, "Two rounds a year, assessment included."),
        ("updates", DONE, WORKSHOPS, "Looks at materials and fire rules each spring."),
        ("marketing", ASKED, "Scenographers' union", "Its newsletter and its fair stand."),
    ):
        file(
            green,
            "ownership",
            Entry(stage, who, on=date(2026, 11, 1) if stage is DONE else None, more={"sort": task}, text=text),
        )


def _told(green: Access) -> None:
    file(
        green,
        "story",
        Entry(
            DONE,
            "A set that went home again",
            "A freelance designer",
            date(2026, 11, 12),
            more={"sort": "success"},
            text="A learner rebuilt her final project from a dismantled opera set for a second life.",
        ),
    )
    file(
        green,
        "story",
        Entry(
            ASKED,
            "What a ministry can do with this",
            "The partnership",
            date(2026, 12, 1),
            more={"sort": "brief"},
            text="Two pages: evidence, costs, and one sentence for the framework's revision.",
        ),
    )
    file(
        green,
        "story",
        Entry(
            IDEA,
            "Costume without waste",
            WORKSHOPS,
            more={"sort": "new"},
            text="The same model, another craft: outcomes are being collected.",
        ),
    )
    for value, figure, counts, quote, source in (
        (
            "recognition",
            None,
            "",
            "For the first time somebody outside our house says what I can do.",
            "A learner of the pilot (invented)",
        ),
        ("employability", 22, "of 61 vacancies ask for it", "", "Vacancy count, March 2026 (invented)"),
        ("transparency", 16, "standard elements stand in every record", "", "The design, version 1"),
        (
            "education_industry",
            4,
            "theatres have promised in writing to prefer holders",
            "",
            "Letters, April 2026 (invented)",
        ),
    ):
        file(
            green,
            "value",
            Entry(
                DONE,
                counts,
                source,
                date(2026, 11, 12),
                text=quote,
                more={"sort": value},
                amount=Decimal(figure) if figure is not None else None,
            ),
        )
    file(
        green,
        "finding",
        Entry(
            DONE,
            "Small houses need an example of their own",
            "Learners and both workshops",
            date(2026, 10, 12),
            more={"sort": "finding"},
            text="It goes into the materials of the winter course.",
        ),
    )


def _czech(czech: Access) -> None:
    """Annex 2, Step 5: an early reflection, nothing recognised yet. The last one filed is read first."""
    source = "SACCORD guide, Annex 2, Step 5."
    for sort, stage, title, who, text in (
        (
            "plan",
            IDEA,
            "Expand outreach to the general public, creative professionals, companies and HR departments",
            "",
            f"Once a coherent offer exists. {source}",
        ),
        (
            "finding",
            IDEA,
            "A common micro-credential template and possible funding mechanisms",
            "Ministries",
            f"Ministries work towards a definition; still at the beginning of this process. {source}",
        ),
        (
            "finding",
            DONE,
            "Awareness and collaboration have increased, but implementation remains fragmented",
            "Stakeholders",
            f"Assessed by late 2025. {source}",
        ),
    ):
        file(czech, "finding", Entry(stage, title, who, text=text, more={"sort": sort}))
