"""How Django writes dates where Babel does not (a language a folder)."""
