"""The ways in which two claims of one thing exclude each other."""
