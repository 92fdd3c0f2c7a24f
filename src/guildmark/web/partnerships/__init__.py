"""Partnerships, who belongs to them and may do what, cycles, the skills need, and the journey (Annex 2)."""
