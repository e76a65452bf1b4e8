"""Charts as small SVG of our own: every number in the title, a shape beside every colour, no label on another."""
