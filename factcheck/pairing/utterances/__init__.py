"""Two renderings of one utterance, word against word."""
