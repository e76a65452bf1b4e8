"""Who says it: quotations, reporting frames, people and their roles, and whom a pronoun or a bare role means."""
