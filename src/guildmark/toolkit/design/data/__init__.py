"""Data of the design room: wording of outcomes and titles, customary sizes, the example and the template."""
