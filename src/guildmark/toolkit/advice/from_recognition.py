"""What the way to recognition (Step 5) asks for."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.advice.model import Advice, RecognitionState
from guildmark.words import Listing, say, say_count


def from_recognition(state: RecognitionState) -> Iterator[Advice]:
    """The next action on the way to an endorsement, and what follows after it."""
    if state.endorsed:
        sentence = say("The micro-credential is endorsed: give it a place in programmes and registers.")
        yield Advice("advice.integrate", sentence, "Step 5.3", ("endorsement",))
        sentence = say("Tell the story: publish what the endorsement and the pilot have shown.")
        yield Advice("advice.publish", sentence, "Step 5.5", ("endorsement",))
        return
    if state.route is None:
        sentence = say("Choose a recognition route: institutional board, sector, or national framework.")
        yield Advice("advice.choose_route", sentence, "Step 5.2", ("route",))
    missing = state.dossier.missing if state.dossier else ()
    if missing:
        sentence = say_count(
            "Complete the dossier; {count} piece is missing: {pieces}.",
            "Complete the dossier; {count} pieces are missing: {pieces}.",
            len(missing),
            pieces=Listing.of(piece.name for piece in missing),
        )
        yield Advice("advice.complete_dossier", sentence, "Step 5.2", tuple(piece.key for piece in missing))
    elif state.route and state.dossier and not state.consulted:
        sentence = say("The dossier is complete: meet the authority before you hand it in.")
        yield Advice("advice.consult", sentence, "Step 5.2", (state.route.key,))
    elif state.route and state.dossier:
        sentence = say("Authority consulted, dossier complete: ask for the formal endorsement.")
        yield Advice("advice.ask_endorsement", sentence, "Step 5.2", (state.route.key,))
