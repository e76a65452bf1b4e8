"""Two texts that are said to be of one scene: their sentences side by side, and the words that exclude one another."""
