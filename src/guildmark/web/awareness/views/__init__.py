"""The pages of Step 2, a module a subject."""
