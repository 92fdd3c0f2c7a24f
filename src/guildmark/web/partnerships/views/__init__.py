"""The pages of a partnership, a module a subject."""
