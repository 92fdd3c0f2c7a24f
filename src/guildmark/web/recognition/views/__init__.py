"""The pages of Step 5, a module a subject."""
