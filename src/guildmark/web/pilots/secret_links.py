"""The link by which a learner answers the survey without an account.

The token is made from the installation's secret and the learner's public id, so it need not be stored and the same
link can be handed out again. Stored are two digests that only the token joins: one beside the learner, to find
the cohort, and one beside the answers, to pair the two sheets of one person.
"""

from __future__ import annotations

import hashlib

from django.utils.crypto import salted_hmac
from django.utils.http import urlsafe_base64_encode


def token_of(learner_id: str) -> str:
    """The token of a learner, by public id: 256 bits that nobody can guess without the installation's secret."""
    return urlsafe_base64_encode(salted_hmac("pilots.survey", learner_id, algorithm="sha256").digest())


def key_of(token: str) -> str:
    """What stands beside the learner."""
    return hashlib.sha256(f"key:{token}".encode()).hexdigest()


def pair_of(token: str) -> str:
    """What stands beside the answers."""
    return hashlib.sha256(f"pair:{token}".encode()).hexdigest()
