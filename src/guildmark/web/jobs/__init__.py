"""Long work: jobs in chunks, done by a worker, resumed after any death."""
