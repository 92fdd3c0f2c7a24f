"""Who changed what, when, and what stood there before: written from the first action, never changed."""
