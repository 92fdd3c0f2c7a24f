"""Issuing many records without doubling one: who may be issued to, what is still to do, and doing it.

The engine is pure: where records and the journal are kept is passed in (`Store`), as are time, chance
and the signature. `guildmark issue` keeps them in a folder of files (`cli/records_folder.py`).
"""

from guildmark.credentials.issuing.engine import Announced, Issued, announce, issue, record_of
from guildmark.credentials.issuing.followed import Superseded, superseded
from guildmark.credentials.issuing.journal import Entry, Store
from guildmark.credentials.issuing.learners import check_learners
from guildmark.credentials.issuing.plan import Batch, Plan, Task, fingerprint, plan
from guildmark.credentials.issuing.refused import differing, not_in_force

__all__ = [
    "Announced",
    "Batch",
    "Entry",
    "Issued",
    "Plan",
    "Store",
    "Superseded",
    "Task",
    "announce",
    "check_learners",
    "differing",
    "fingerprint",
    "issue",
    "not_in_force",
    "plan",
    "record_of",
    "superseded",
]
