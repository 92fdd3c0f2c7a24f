"""The pages of pilots, a module a subject."""
