"""What is filed in Step 5: each kind with its page, its stages in words, and its fields (R48 to R52, R56)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guildmark.web.partnerships.access import Right
from guildmark.web.recognition import words
from guildmark.words import Sentence, say


class Stage(StrEnum):
    """How far a thing is; every kind says it in its own words."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    REFUSED = "refused"


class Page(StrEnum):
    """The page on which a kind is listed."""

    EVIDENCE = "evidence"
    ENDORSEMENT = "endorsement"
    AGREEMENTS = "agreements"
    PATHWAYS = "pathways"
    GROWTH = "growth"
    REVIEWS = "reviews"
    STORIES = "stories"
    OUTLOOK = "outlook"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of filing. `fields` maps a field to its label, in the order of the form; `choices` belong to `sort`.

    `about` says whether it names a micro-credential: "must", "may" or "no".
    """

    key: str
    page: Page
    name: Sentence
    heading: Sentence
    add: Sentence
    teaches: Sentence
    stages: Mapping[Stage, Sentence]
    fields: Mapping[str, Sentence]
    sort: Sentence | None = None
    choices: Mapping[str, object] = field(default_factory=dict)
    ticks: Sentence | None = None
    ticked: Mapping[str, object] = field(default_factory=dict)
    about: str = "may"
    right: Right = Right.EDIT

    def stage_said(self, stage: str) -> Sentence:
        """A stage in the words of the kind."""
        return self.stages[Stage(stage)]


TITLE = say("Title")
DOCUMENT = say("Document")
LINK = say("Web address")

_KINDS = (
    Kind(
        "evidence", Page.EVIDENCE, say("Piece of evidence"), say("Evidence on file"), say("Add evidence"),
        say("What the design and a finished pilot show counts already. Add what only you have: statements, minutes."),
        {Stage.PLANNED: say("Wanted", context="evidence"), Stage.UNDER_WAY: say("Draft", context="evidence"),
         Stage.DONE: say("Validated", context="evidence"), Stage.REFUSED: say("Set aside", context="evidence")},
        {"sort": say("Piece"), "title": TITLE, "on": say("Date of the evidence"), "text": say("What it shows"),
         "link": LINK, "document": DOCUMENT},
        sort=say("Which piece it is"), choices=words.PIECES, about="must",
    ),
    Kind(
        "consultation", Page.ENDORSEMENT, say("Consultation"), say("Consultations"), say("Add a consultation"),
        say("Meet the authority before you hand anything in: its expectations and your answer stand here."),
        {Stage.PLANNED: say("Planned"), Stage.UNDER_WAY: say("Under way"), Stage.DONE: say("Held"),
         Stage.REFUSED: say("Called off")},
        {"title": TITLE, "who": say("Authority or institution"), "on": say("Day"),
         "text": say("What they expect, and what you changed"), "document": DOCUMENT},
    ),
    Kind(
        "endorsement", Page.ENDORSEMENT, say("Endorsement"), say("Endorsements"), say("Record an endorsement"),
        say("The official approval: who gave it, when, and until when it holds."),
        {Stage.PLANNED: say("To be applied for"), Stage.UNDER_WAY: say("Applied for"), Stage.DONE: say("Granted"),
         Stage.REFUSED: say("Refused")},
        {"title": TITLE, "who": say("Responsible entity"), "on": say("Approval date"), "until": say("Valid until"),
         "text": say("Conditions"), "link": LINK, "document": DOCUMENT},
        about="must", right=Right.COORDINATE,
    ),
    Kind(
        "agreement", Page.AGREEMENTS, say("Agreement"), say("Agreements and memoranda"), say("Add an agreement"),
        say("Who delivers with whom, and who accepts whose records: put it on paper, with parties, scope and end."),
        {Stage.PLANNED: say("Wished for"), Stage.UNDER_WAY: say("In negotiation"), Stage.DONE: say("Signed"),
         Stage.REFUSED: say("Ended", context="agreement")},
        {"sort": say("Kind"), "title": TITLE, "who": say("Parties"), "text": say("Scope"), "on": say("Signed on"),
         "until": say("Holds until"), "document": DOCUMENT},
        sort=say("Kind"), choices=words.AGREEMENTS,
    ),
    Kind(
        "qualification", Page.PATHWAYS, say("Larger qualification"), say("Larger qualifications"),
        say("Add a larger qualification"),
        say("Name the programme, diploma or professional profile that micro-credentials may count towards."),
        {Stage.PLANNED: say("Idea"), Stage.UNDER_WAY: say("In preparation"), Stage.DONE: say("Open to learners"),
         Stage.REFUSED: say("Given up")},
        {"title": TITLE, "who": say("Receiving organisation"), "credits": say("ECTS credits in all"),
         "exits": say("Exit awards"), "text": say("Who may enter, and how"), "link": LINK},
        about="no",
    ),
    Kind(
        "counting", Page.PATHWAYS, say("Decision to count"), say("What counts towards what"),
        say("Add a decision"),
        say("The receiving organisation decides, one micro-credential at a time; nobody is entitled to it."),
        {Stage.PLANNED: say("To be asked"), Stage.UNDER_WAY: say("Asked"), Stage.DONE: say("Counted"),
         Stage.REFUSED: say("Declined")},
        {"towards": say("Larger qualification"), "sort": say("How it counts"), "title": say("Name, if of others"),
         "credits": say("ECTS credits counted"), "who": say("Who decided"), "on": say("Decided on"),
         "text": say("Conditions"), "document": DOCUMENT},
        sort=say("How it counts"), choices=words.MODELS,
    ),
    Kind(
        "offer", Page.PATHWAYS, say("Offer"), say("Part of offers"), say("Add an offer"),
        say("Where learners can take it: a programme, a short course, a lifelong-learning offer."),
        {Stage.PLANNED: say("Planned"), Stage.UNDER_WAY: say("In preparation"), Stage.DONE: say("Running"),
         Stage.REFUSED: say("Ended", context="offer")},
        {"sort": say("Kind"), "title": TITLE, "who": say("Institution"), "on": say("Since"),
         "ticks": say("Systems that support it"), "text": say("How it is embedded"), "link": LINK},
        sort=say("Kind"), choices=words.OFFERS, ticks=say("Systems that support it"), ticked=words.SYSTEMS,
    ),
    Kind(
        "employer", Page.PATHWAYS, say("Employer"), say("Recognised by employers"), say("Add an employer"),
        say("Who asks for it when hiring, or counts it when people develop."),
        {Stage.PLANNED: say("To be asked"), Stage.UNDER_WAY: say("Interested"), Stage.DONE: say("Uses it"),
         Stage.REFUSED: say("Declined")},
        {"title": say("Employer"), "sort": say("Used for"), "on": say("Since"), "text": say("In their words"),
         "link": LINK, "document": DOCUMENT},
        sort=say("Used for"), choices=words.USES,
    ),
    Kind(
        "scaling", Page.GROWTH, say("Place to grow into"), say("Where it could grow"), say("Add a place"),
        say("Which other countries, regions or institutions want it, and what has to be adapted there."),
        {Stage.PLANNED: say("Idea"), Stage.UNDER_WAY: say("In talks"), Stage.DONE: say("Running"),
         Stage.REFUSED: say("Given up")},
        {"title": say("Country, region or institution"), "who": say("Contact organisation"),
         "ticks": say("What has to be adapted"), "text": say("How"), "on": say("Planned for")},
        ticks=say("What has to be adapted"), ticked=words.ADAPTATIONS,
    ),
    Kind(
        "resource", Page.GROWTH, say("Resource"), say("Resources and business models"), say("Add a resource"),
        say("What pays for the next rounds: funding, fees, employers, work in kind."),
        {Stage.PLANNED: say("Idea"), Stage.UNDER_WAY: say("Applied for"), Stage.DONE: say("Secured"),
         Stage.REFUSED: say("Refused")},
        {"sort": say("Kind"), "title": TITLE, "who": say("Comes from"), "amount": say("Euro a year"),
         "until": say("Secured until"), "text": say("What it pays for")},
        sort=say("Kind"), choices=words.RESOURCES,
    ),
    Kind(
        "ownership", Page.GROWTH, say("Owner"), say("Who looks after what"), say("Name an owner"),
        say("Delivery, updates and marketing each need an organisation that has said yes."),
        {Stage.PLANNED: say("To be asked"), Stage.UNDER_WAY: say("Asked"), Stage.DONE: say("Agreed"),
         Stage.REFUSED: say("Declined")},
        {"sort": say("Task"), "title": say("Organisation"), "on": say("Since"), "until": say("Until"),
         "text": say("What exactly")},
        sort=say("Task"), choices=words.TASKS, right=Right.COORDINATE,
    ),
    Kind(
        "review", Page.REVIEWS, say("Review"), say("Reviews"), say("Record a review"),
        say("A light look once a year: feedback, results, and a list of changes that anybody can read."),
        {Stage.PLANNED: say("Planned"), Stage.UNDER_WAY: say("Under way"), Stage.DONE: say("Done", context="review"),
         Stage.REFUSED: say("Called off")},
        {"title": TITLE, "on": say("Day"), "who": say("Who looked at it"), "text": say("What is to be changed"),
         "link": LINK, "document": DOCUMENT},
        about="must",
    ),
    Kind(
        "story", Page.STORIES, say("Story"), say("Stories, briefs and events"), say("Add a story"),
        say("Success stories, case studies of institutions, policy briefs: what others need to follow you."),
        {Stage.PLANNED: say("Idea"), Stage.UNDER_WAY: say("Draft", context="story"), Stage.DONE: say("Published"),
         Stage.REFUSED: say("Withdrawn", context="story")},
        {"sort": say("Kind"), "title": TITLE, "who": say("Whose story"), "on": say("Day"), "text": say("In short"),
         "link": LINK, "document": DOCUMENT},
        sort=say("Kind"), choices=words.STORIES,
    ),
    Kind(
        "value", Page.STORIES, say("Proof of value"), say("Value, shown by your own data"), say("Add a proof"),
        say("Each value of the guide needs a figure or a quotation of your own, with its source."),
        {Stage.PLANNED: say("Wanted", context="evidence"), Stage.UNDER_WAY: say("To be checked"),
         Stage.DONE: say("Shown", context="value"), Stage.REFUSED: say("Set aside", context="evidence")},
        {"sort": say("Value"), "amount": say("Figure"), "title": say("What the figure counts"),
         "text": say("Quotation"), "who": say("Source"), "on": say("As of")},
        sort=say("Value"), choices=words.VALUES,
    ),
    Kind(
        "finding", Page.OUTLOOK, say("Finding or plan"), say("Findings and plans"), say("Add a finding or plan"),
        say("Look back at the pilot: what has changed, what is still in pieces, what comes next."),
        {Stage.PLANNED: say("Beginning", context="plan"), Stage.UNDER_WAY: say("Under way"),
         Stage.DONE: say("Noted", context="finding"), Stage.REFUSED: say("Given up")},
        {"sort": say("Kind"), "title": TITLE, "who": say("Who"), "on": say("Day"), "text": say("What follows from it"),
         "link": LINK},
        sort=say("Kind"), choices=words.FINDINGS, about="no",
    ),
)  # fmt: skip

KINDS: Mapping[str, Kind] = {kind.key: kind for kind in _KINDS}
"""Every kind by its key, in the order of Step 5."""


def of_page(page: Page) -> tuple[Kind, ...]:
    """The kinds that a page lists."""
    return tuple(kind for kind in _KINDS if kind.page is page)
