"""Issuing survives its worker: killed twice on the way, nobody is left out and nobody is issued to twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import os, sys, django
django.setup()
from guildmark.web.issuing import claims, tasks
from guildmark.web.issuing.models import AwaitedLearner, Issuance, IssuedRecord
from guildmark.web.jobs import actions
from guildmark.web.jobs.models import Chunk, Job

what = sys.argv[1]
if what == "start":
    from django.core.management import call_command
    from guildmark.credentials.record import Learner
    from guildmark.web.issuing.actions import issuing
    from tests.web.cast import make_world
    from tests.web.issued import approved, issuer
    call_command("migrate", verbosity=0)
    world = make_world()
    issuing.CHUNK = 4
    learners = [Learner(name=f"L{n}", email=f"l{n}@example.org", row=n) for n in range(12)]
    for _ in range(2):
        issuing.issue(world.alice, approved(world), issuer(world), learners, origin="https://guild.example")
else:
    if what == "die while signing":
        # The second chunk: its records and the links to claim them are written, their mails are not asked for.
        offer_new = claims.offer_new
        def killed(records):
            tokens = offer_new(records)
            if IssuedRecord.objects.count() == 8:
                os.kill(os.getpid(), 9)
            return tokens
        claims.offer_new = killed
    if what == "die after mailing":
        # The mail is gone, and the table does not know it yet.
        send = tasks.send_mail
        def killed(subject, body, sender, to):
            send(subject, body, sender, to)
            if to == ["l5@example.org"]:
                sys.stdout.flush()
                os.kill(os.getpid(), 9)
        tasks.send_mail = killed
    Chunk.objects.filter(done_at=None).update(leased_until=None)
    from django.core.management import call_command
    call_command("work", once=True)
names = sorted(IssuedRecord.objects.values_list("learner_name", flat=True))
print("RESULT", len(names), len(set(names)), AwaitedLearner.objects.count(), Issuance.objects.count(),
      Job.objects.exclude(state="done").count(), sum(one.claims.filter(withdrawn_at=None).count()
      for one in IssuedRecord.objects.all()))
"""


def run(folder: Path, what: str) -> subprocess.CompletedProcess[str]:
    env = {
        **os.environ,
        "GUILDMARK_VAR": str(folder),
        "GUILDMARK_KEY_PASSPHRASE": "tests",
        "DJANGO_SETTINGS_MODULE": "guildmark.web.settings",
    }
    return subprocess.run([sys.executable, "-c", SCRIPT, what], env=env, capture_output=True, text=True, check=False)


def result(done: subprocess.CompletedProcess[str]) -> list[str]:
    return next(line.split()[1:] for line in done.stdout.splitlines() if line.startswith("RESULT"))


def test_a_worker_killed_twice_leaves_nobody_out_and_issues_to_nobody_twice(tmp_path: Path) -> None:
    assert result(run(tmp_path, "start")) == ["0", "0", "12", "1", "1", "0"]
    assert run(tmp_path, "die while signing").returncode == -signal.SIGKILL
    second = run(tmp_path, "die after mailing")
    assert second.returncode == -signal.SIGKILL
    third = run(tmp_path, "go on")
    assert result(third) == ["12", "12", "0", "1", "0", "12"]
    mails = (second.stdout + third.stdout).splitlines()
    told = {n: mails.count(f"To: l{n}@example.org") for n in range(12)}
    # Between the mail and the mark that it went lies nothing that could be undone: that learner hears twice,
    # with the same link, and everybody else once.
    assert told == {n: 2 if n == 5 else 1 for n in range(12)}
    links = {line for line in mails if "/claim/" in line}
    assert len(links) == 12
