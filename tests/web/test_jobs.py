"""A job survives its worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from guildmark.web.jobs.actions import start
from tests.web.cast import World

SCRIPT = """
import os, sys, time, django
django.setup()
from guildmark.web.jobs import registry, actions
from guildmark.web.journal.models import Entry
from guildmark.web.jobs.models import Job, Chunk
from guildmark.web.jobs.actions import do_one, start
from guildmark.web.accounts.models import Person
registry._load()

@registry.task("test")
def do(job, payload):
    Person.objects.create(email=f"{payload}@example.org")
    if sys.argv[1] == "die" and payload == 2:
        os.kill(os.getpid(), 9)

if sys.argv[1] == "start":
    from django.core.management import call_command
    call_command("migrate", verbosity=0)
    start("test", "k", [(n, 1) for n in range(4)])
    start("test", "k", [(n, 1) for n in range(4)])
else:
    Chunk.objects.filter(done_at=None).update(leased_until=None)
    while do_one():
        pass
print(Job.objects.get().state, Person.objects.count(), Chunk.objects.count())
"""


def run(folder: Path, what: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "GUILDMARK_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "guildmark.web.settings"}
    return subprocess.run([sys.executable, "-c", SCRIPT, what], env=env, capture_output=True, text=True, check=False)


def test_a_killed_worker_leaves_nothing_half_and_the_next_finishes(tmp_path: Path) -> None:
    assert run(tmp_path, "start").stdout.split() == ["waiting", "0", "4"]
    assert run(tmp_path, "die").returncode == -signal.SIGKILL
    assert run(tmp_path, "go on").stdout.split() == ["done", "4", "4"]


def test_the_lists_of_work_and_of_ones_partnerships_are_files_too(world: World) -> None:
    start("issuing.state", "k", [({"ids": [], "status": 0, "reason": "r"}, 1)],
          partnership=world.alice.partnership, label="A great deal")  # fmt: skip
    client = world.client("alice")
    assert "A great deal" in client.get("/p/stage/jobs/?format=csv").content.decode("utf-8-sig")
    name = world.alice.partnership.name
    assert name in client.get("/p/?format=csv").content.decode("utf-8-sig")
    assert client.get("/p/?format=xlsx").status_code == 200
