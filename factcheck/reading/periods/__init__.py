"""Days and stretches of time, resolved against the day of the source and never invented."""
