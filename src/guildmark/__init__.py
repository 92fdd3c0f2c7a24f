"""Guildmark: from a skills gap in the cultural and creative sectors to a micro-credential anyone can check."""

__version__ = "0.1.0"
