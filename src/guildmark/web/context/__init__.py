"""Step 1: each country's answers with sources, ratings confirmed or overruled, the matrix."""
