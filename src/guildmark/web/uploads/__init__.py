"""Files that somebody handed in and has not confirmed yet: kept for a preview, then gone."""
