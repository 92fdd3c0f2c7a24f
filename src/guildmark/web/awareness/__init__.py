"""Step 2: knowledge base, cases, events and what came of them."""
