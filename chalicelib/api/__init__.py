"""HTTP in, use case, HTTP out: one file per area. ``areas`` lists them; ``doors`` opens them."""
