"""What a learner owns: claiming, showing, sharing and taking away records."""
