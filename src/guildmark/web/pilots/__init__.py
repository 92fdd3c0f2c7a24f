"""Step 4: cohorts, sessions, results, surveys and what they say."""
