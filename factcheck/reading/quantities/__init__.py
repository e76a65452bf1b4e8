"""Figures as intervals with the noun they count: numerals, bounds, shares, amounts, and what is no count."""
