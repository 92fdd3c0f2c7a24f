"""One process of the measurement of the web's job: `python -m benchmarks.bulk_web PART [NUMBER]`.

`start NUMBER` reads a workbook of so many learners and starts the job, `work` is the worker, `look` counts what is
there, `revoke NUMBER` revokes so many records. Each answers with one line of JSON.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.ordinary import DESIGN
from benchmarks.people import as_workbook, people

NAME = "Measured"


def say(**said: object) -> None:
    """One line for the process that measures."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def _access() -> Any:
    from guildmark.web.accounts.models import Person
    from guildmark.web.partnerships.access import access_to

    return access_to(Person.objects.get(email="alice@example.org"), "green-stage")


def start(number: int) -> None:
    """An approved design, an issuer, and the job for so many learners."""
    from guildmark.spreadsheets.learners import read_learners
    from guildmark.web.design import actions as designing
    from guildmark.web.issuing import actions, planning
    from guildmark.web.jobs.models import Chunk
    from guildmark.web.serving import prepare

    prepare(demo=True)
    Chunk.objects.all().delete()
    access = _access()
    made = designing.create(access, NAME, json.loads(DESIGN.read_text("utf-8")))
    designing.approve(access, made.public_id, 1)
    version = made.versions.get(number=1)
    issuer = actions.create_issuer(
        access, "measured", {"name": "Vltava Academy", "country": "CZ"}, identity="did:key", origin="https://g.example"
    )
    data = as_workbook(people(number))
    begun = time.perf_counter()
    learners = read_learners(data, "learners.xlsx", planning.read_checked(version).grade, ["name", "email"])
    read = time.perf_counter()
    actions.issue(access, version, issuer, learners, origin="https://g.example")
    say(read=read - begun, started=time.perf_counter() - read)


def work() -> None:
    """Does the job's parts until none is left; the mails, which are a job of their own, wait."""
    from guildmark.web.issuing.actions.issuing import KIND
    from guildmark.web.jobs.actions import do_one
    from guildmark.web.jobs.models import Chunk

    # Of a worker that was killed the part comes back when its lease ends: here at once.
    Chunk.objects.filter(done_at=None).update(leased_until=None)
    waiting = Chunk.objects.filter(job__kind=KIND, done_at=None)
    say(ready=True)
    while waiting.exists() and do_one():
        pass
    say(peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def look() -> None:
    """What stands in the table."""
    from guildmark.web.issuing.models import AwaitedLearner, IssuedRecord

    found = IssuedRecord.objects.filter(issuance__design_version__micro_credential__name=NAME)
    say(
        records=found.count(),
        learners=found.values("learner_email").distinct().count(),
        waiting=AwaitedLearner.objects.count(),
    )


def revoke(number: int) -> None:
    """Revokes so many of those that are in force, as the page does."""
    from guildmark.credentials.status import status_for
    from guildmark.web.issuing import actions
    from guildmark.web.issuing.models import IssuedRecord

    found = IssuedRecord.objects.filter(issuance__design_version__micro_credential__name=NAME, status_code=0)
    chosen = list(found.order_by("id").values_list("public_id", flat=True)[:number])
    begun = time.perf_counter()
    changed = actions.set_state(_access(), chosen, status_for("revoked", "error"), "measured")
    spent = time.perf_counter() - begun
    listed = found.model.objects.filter(public_id=chosen[0]).values_list("status_list__signed", flat=True)[0]
    say(seconds=spent, changed=changed, bytes=len(listed))


PARTS: dict[str, Callable[..., None]] = {"start": start, "work": work, "look": look, "revoke": revoke}

if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guildmark.web.settings")
    django.setup()
    logging.disable(logging.INFO)
    PARTS[sys.argv[1]](*map(int, sys.argv[2:]))
