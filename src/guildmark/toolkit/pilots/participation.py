"""Response rate: who was invited, who answered (facts 3.4; AAPOR RR2 logic)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResponseRate:
    """Complete and partial answers among those who were invited and eligible."""

    invited: int
    ineligible: int
    complete: int
    partial: int

    @property
    def eligible(self) -> int:
        """Invited, without those who turned out not to belong to the group."""
        return self.invited - self.ineligible

    @property
    def answered(self) -> int:
        """Complete and partial answers."""
        return self.complete + self.partial

    @property
    def rate(self) -> float | None:
        """The share of the eligible who answered; None where nobody was eligible."""
        return self.answered / self.eligible if self.eligible else None


def response_rate(*, invited: int, complete: int, partial: int = 0, ineligible: int = 0) -> ResponseRate:
    """The response rate; ValueError where the numbers contradict each other."""
    if min(invited, complete, partial, ineligible) < 0:
        raise ValueError("a number of people is never negative")
    if complete + partial > invited - ineligible:
        raise ValueError("more people answered than were invited and eligible")
    return ResponseRate(invited, ineligible, complete, partial)
