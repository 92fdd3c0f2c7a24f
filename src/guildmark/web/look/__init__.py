"""The design system: shared templates, components, style sheets, and the words and shapes they are made of."""
