"""Settings that all tests share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Derandomised and without a deadline: a test asserts what is true, never how long it took.
settings.register_profile(
    "guildmark", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("guildmark")
