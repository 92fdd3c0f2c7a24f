"""Step 4: the micro-credential, its versions, its check and its approval."""
