"""Speed, side by side with peers: `make bench`. Results stand in docs/performance.md."""
