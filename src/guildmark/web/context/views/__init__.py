"""The pages of Step 1, a module a subject."""
