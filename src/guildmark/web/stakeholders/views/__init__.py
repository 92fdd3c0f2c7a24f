"""The pages of Step 3, a module a subject."""
