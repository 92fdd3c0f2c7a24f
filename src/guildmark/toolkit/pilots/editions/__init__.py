"""The editions of the pilot survey, a file each (R54)."""
