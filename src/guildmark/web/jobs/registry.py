"""Which function does the chunks of which kind of job: rooms register theirs in their `tasks.py`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from guildmark.web.jobs.models import Job

Task = Callable[[Job, Any], None]
_TASKS: dict[str, Task] = {}


def task(kind: str) -> Callable[[Task], Task]:
    """Registers `function(job, payload)`. It runs in a transaction and must be harmless when run twice."""

    def keep(function: Task) -> Task:
        _TASKS[kind] = function
        return function

    return keep


def task_of(kind: str) -> Task:
    """The function for a kind; LookupError where no room registered one."""
    _load()
    return _TASKS[kind]


@lru_cache(maxsize=1)
def _load() -> None:
    for config in apps.get_app_configs():
        if config.name.startswith("guildmark.web.") and find_spec(f"{config.name}.tasks"):
            import_module(f"{config.name}.tasks")
