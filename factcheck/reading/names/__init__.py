"""Names of people, bodies and places: what they are called, which are one, and where a place lies."""
