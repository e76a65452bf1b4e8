"""What was known before: reports of earlier runs, what changed since, and what an editor has dismissed."""
