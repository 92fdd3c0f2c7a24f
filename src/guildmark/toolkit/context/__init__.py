"""Step 1: understanding the status of qualification frameworks for micro-credentials in a country."""

from guildmark.toolkit.context.matrix import matrix, matrix_json
from guildmark.toolkit.context.model import CountryRatings, Dimension, Matrix, MatrixRow, Rating, Readiness
from guildmark.toolkit.context.readiness import missing, readiness

__all__ = [
    "CountryRatings",
    "Dimension",
    "Matrix",
    "MatrixRow",
    "Rating",
    "Readiness",
    "matrix",
    "matrix_json",
    "missing",
    "readiness",
]
