"""Whether a claim is what a denial denies."""
