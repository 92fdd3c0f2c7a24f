"""What is a record's own in its document, told without writing the document.

Issuing many records needs nothing else of each, once one of its kind was written and prepared; `write` stays what says
where it stands, and a test holds both together.
"""

from __future__ import annotations

from guildmark.credentials.openbadges import native
from guildmark.credentials.openbadges.write import identity_texts, result_name, rfc3339, status_name
from guildmark.credentials.record import Record


def kind_of(record: Record) -> tuple[object, ...]:
    """What decides, beside its design and issuer, which members a record's document has."""
    learner = record.learner
    return (
        learner.name is None,
        tuple(record.salts),
        learner.grade is None,
        learner.evidence_url is None,
        record.valid_until is None,
        record.status is None,
    )


def own_texts(record: Record) -> list[str]:
    """The texts in which a record's document differs from others of its kind, in the order in which they stand."""
    learner = record.learner
    texts = [record.id, rfc3339(record.valid_from)]
    if record.valid_until is not None:
        texts.append(rfc3339(record.valid_until))
    if learner.evidence_url is not None:
        texts.append(learner.evidence_url)
    if record.status is not None:
        texts += (status_name(record), str(record.status.index), record.status.url)
    texts.append(record.subject_id)
    texts += identity_texts(record)
    if learner.grade is not None:
        texts += (result_name(record), native.write_grade(learner.grade))
    return texts
