"""Faults go from one process to another whole."""

from __future__ import annotations

import pickle

from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import say


def test_an_error_of_another_process_arrives_as_itself() -> None:
    fault = Fault("a.b", say("“{found}” is no row.", found="x"), Place(file="f.csv", row=3), "x", ("y",))
    arrived = pickle.loads(pickle.dumps(GuildmarkError(fault)))
    assert arrived.faults == (fault,)
    assert str(arrived) == "“x” is no row."
