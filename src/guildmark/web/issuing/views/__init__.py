"""The pages of issuing, a module a subject."""
