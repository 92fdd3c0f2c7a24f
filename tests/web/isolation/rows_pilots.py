from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from guildmark.toolkit.pilots import Phase
from guildmark.web.pilots import actions, delivery
from guildmark.web.pilots.secret_links import token_of
from guildmark.web.uploads.actions import keep
from tests.web.cast import World
from tests.web.isolation.table import (
    COORDINATORS_WRITE,
    EDITORS_READ,
    NOBODY_ELSE,
    PUBLIC,
    READ,
    WRITE,
    Row,
)
from tests.web.pilot_cohort import a_cohort, a_learner, an_approved_version

CSV = b"name,email\nMona Lee,mona@example.org\n"


def with_design(world: World) -> dict[str, Any]:
    world.made["version"] = an_approved_version(world.alice)
    return {"slug": "stage"}


def with_cohort(world: World) -> dict[str, Any]:
    world.made["cohort"] = cohort = a_cohort(world.alice)
    world.made["learner"] = a_learner(world.alice, cohort)
    return {"slug": "stage", "cohort": cohort.public_id}


def with_picture(world: World) -> dict[str, Any]:
    kwargs = with_cohort(world)
    learner = world.made["learner"].public_id
    stamp = delivery.stamp({learner: {}})
    actions.save_results(world.alice, kwargs["cohort"], {learner: {"lo1": True}}, stamp=stamp)
    return {**kwargs, "subject": "outcomes", "ending": "svg"}


def with_learner(world: World) -> dict[str, Any]:
    kwargs = with_cohort(world)
    return {**kwargs, "learner": world.made["learner"].public_id}


def with_upload(world: World) -> dict[str, Any]:
    file = keep(world.alice, "pilots.learners", SimpleUploadedFile("m.csv", CSV))
    return {**with_cohort(world), "upload": file.public_id}


def with_session(world: World) -> dict[str, Any]:
    kwargs = with_cohort(world)
    return {**kwargs, "session": actions.add_session(world.alice, kwargs["cohort"], "One").public_id}


def with_note(world: World) -> dict[str, Any]:
    kwargs = with_cohort(world)
    made = actions.add_note(world.alice, kwargs["cohort"], kind="observation", voice="trainers", text="Seen", day=None)
    return {**kwargs, "note": made.public_id}


def with_decision(world: World) -> dict[str, Any]:
    kwargs = with_cohort(world)
    return {**kwargs, "decision": actions.decide(world.alice, kwargs["cohort"], text="Do", changes="content").public_id}


def with_sharing(world: World) -> dict[str, Any]:
    kwargs = with_cohort(world)
    return {**kwargs, "sharing": actions.log_sharing(world.alice, kwargs["cohort"], title="T", kind="event").public_id}


def with_survey(world: World) -> dict[str, Any]:
    kwargs = with_cohort(world)
    actions.open_survey(world.alice, kwargs["cohort"], Phase.BEFORE)
    return {"slug": "stage", "token": token_of(world.made["learner"].public_id)}


def planned(world: World) -> dict[str, Any]:
    made = world.made.get("version") or world.made["cohort"].design_version
    return {"name": "Autumn", "design_version": made.pk, "state": "planned", "version": "1"}


def stamped(world: World) -> dict[str, Any]:
    return {"stamp": delivery.stamp({world.made["learner"].public_id: {}})}


LEARNER = {"name": "Mona Lee", "email": "mona@example.org", "state": "enrolled", "version": "1"}
DECISION = {"text": "More time", "changes": "content", "version": "1"}
NOTE = {"kind": "observation", "voice": "trainers", "text": "Seen"}
P = "pilots:"
ROWS = [
    Row(P + "index", "GET", READ),
    Row(P + "index", "GET", READ, query="?format=csv"),
    Row(P + "index", "GET", READ, query="?format=xlsx"),
    Row(P + "new", "GET", EDITORS_READ),
    Row(P + "new", "POST", WRITE, with_design, planned),
    # The token is the permission, for those without an account too.
    Row(P + "answer", "GET", PUBLIC, with_survey),
    Row(P + "answer", "POST", PUBLIC, with_survey, lambda w: {"understands": "3"}),
    Row(P + "overview", "GET", READ, with_cohort),
    Row(P + "change", "GET", EDITORS_READ, with_cohort),
    Row(P + "change", "POST", WRITE, with_cohort, planned),
    Row(P + "remove", "POST", COORDINATORS_WRITE, with_cohort),
    Row(P + "picture", "GET", READ, with_picture),
    # Names are for those who may edit; viewers see numbers.
    Row(P + "learners", "GET", EDITORS_READ, with_cohort),
    Row(P + "learners", "GET", EDITORS_READ, with_cohort, query="?format=csv"),
    Row(P + "learners", "GET", EDITORS_READ, with_cohort, query="?format=xlsx"),
    Row(P + "add_learner", "GET", EDITORS_READ, with_cohort),
    Row(P + "add_learner", "POST", WRITE, with_cohort, lambda w: LEARNER),
    Row(P + "template", "GET", EDITORS_READ, with_cohort),
    Row(P + "import", "GET", EDITORS_READ, with_cohort),
    Row(P + "import", "POST", WRITE, with_cohort, lambda w: {"file": SimpleUploadedFile("m.csv", CSV)}),
    Row(P + "preview", "GET", EDITORS_READ | NOBODY_ELSE | {"viewer": 403}, with_upload),
    Row(P + "preview", "POST", WRITE | {"bob": 404, "assessor": 404}, with_upload),
    Row(P + "learner", "GET", EDITORS_READ, with_learner),
    Row(P + "learner", "POST", WRITE, with_learner, lambda w: LEARNER),
    Row(P + "learner_results", "POST", WRITE, with_learner, stamped),
    Row(P + "remove_learner", "POST", WRITE, with_learner),
    Row(P + "sessions", "GET", READ, with_cohort),
    Row(P + "sessions", "GET", READ, with_cohort, query="?format=csv"),
    Row(P + "sessions", "POST", WRITE, with_cohort, lambda w: {"title": "One"}),
    Row(P + "remove_session", "POST", WRITE, with_session),
    Row(P + "attendance", "GET", EDITORS_READ, with_cohort),
    Row(P + "attendance", "GET", EDITORS_READ, with_cohort, query="?format=csv"),
    Row(P + "attendance", "POST", WRITE, with_cohort, stamped),
    Row(P + "results", "GET", EDITORS_READ, with_cohort),
    Row(P + "results", "GET", EDITORS_READ, with_cohort, query="?format=csv"),
    Row(P + "results", "POST", WRITE, with_cohort, stamped),
    Row(P + "survey", "GET", READ, with_cohort),
    Row(P + "survey", "GET", READ, with_cohort, query="?format=csv"),
    Row(P + "open_survey", "POST", WRITE, with_cohort, lambda w: {"phase": "before"}),
    Row(P + "links", "GET", EDITORS_READ, with_cohort),
    Row(P + "links", "GET", EDITORS_READ, with_cohort, query="?format=csv"),
    Row(P + "decisions", "GET", READ, with_cohort),
    Row(P + "decisions", "GET", READ, with_cohort, query="?format=csv"),
    Row(P + "decisions", "POST", WRITE, with_cohort, lambda w: DECISION),
    Row(P + "decision", "GET", EDITORS_READ, with_decision),
    Row(P + "decision", "POST", WRITE, with_decision, lambda w: DECISION),
    Row(P + "notes", "GET", EDITORS_READ, with_cohort),
    Row(P + "notes", "GET", EDITORS_READ, with_cohort, query="?format=csv"),
    Row(P + "notes", "POST", WRITE, with_cohort, lambda w: NOTE),
    Row(P + "remove_note", "POST", WRITE, with_note),
    Row(P + "telling", "GET", READ, with_cohort),
    Row(P + "telling", "GET", READ, with_cohort, query="?format=csv"),
    Row(P + "telling", "POST", WRITE, with_cohort, lambda w: {"title": "Evening", "kind": "event"}),
    Row(P + "remove_sharing", "POST", WRITE, with_sharing),
    Row(P + "brief", "GET", READ, with_cohort),
]
