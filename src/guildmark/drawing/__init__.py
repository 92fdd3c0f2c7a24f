"""Typed data in, SVG text out: the heat matrix, the knowledge and power map, the badge (docs/design.md)."""
