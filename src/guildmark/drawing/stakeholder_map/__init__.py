"""The knowledge and power map of Step 3 as a picture."""

from guildmark.drawing.stakeholder_map.crowds import MOST
from guildmark.drawing.stakeholder_map.picture import map_svg, plot_svg

__all__ = ["MOST", "map_svg", "plot_svg"]
