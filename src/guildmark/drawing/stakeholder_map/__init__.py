"""The knowledge and power map of Step 3 as a picture."""

from guildmark.drawing.stakeholder_map.picture import map_svg, plot_svg

__all__ = ["map_svg", "plot_svg"]
