"""The guarded https client: what a verifier fetches when a record names an address.

An address in a record was written by a stranger. So only https is spoken, no inner address is ever
connected to, and time, size and redirects are bounded.
"""

from guildmark.fetching.addresses import is_inner
from guildmark.fetching.client import FETCH_LIMITS, FetchLimits, HttpsClient, fetch

__all__ = ["FETCH_LIMITS", "FetchLimits", "HttpsClient", "fetch", "is_inner"]
