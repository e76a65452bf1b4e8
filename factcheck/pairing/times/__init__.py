"""Whether two clauses tell of one happening, and of one time."""
