"""Step 5, recognising: which routes there are, what each asks for, what is there and what is missing (R48 to R51)."""

from guildmark.toolkit.recognition.dossier import Dossier, Entry, dossier, evidence_report
from guildmark.toolkit.recognition.pieces import Piece, all_pieces, get_piece, in_design
from guildmark.toolkit.recognition.review import Review, next_review, review_schedule
from guildmark.toolkit.recognition.routes import Openness, Route, RouteKind, routes

__all__ = [
    "Dossier",
    "Entry",
    "Openness",
    "Piece",
    "Review",
    "Route",
    "RouteKind",
    "all_pieces",
    "dossier",
    "evidence_report",
    "get_piece",
    "in_design",
    "next_review",
    "review_schedule",
    "routes",
]
