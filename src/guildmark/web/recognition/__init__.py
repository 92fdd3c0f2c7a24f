"""Step 5: evidence, routes, endorsement, agreements, reviews."""
