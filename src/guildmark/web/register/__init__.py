"""The public register of published micro-credentials."""
