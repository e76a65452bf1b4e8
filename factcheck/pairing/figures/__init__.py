"""Two figures of one count: a whole and its parts, and why they may differ."""
