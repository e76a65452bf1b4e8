"""A source to claims: paragraphs, parse, quotations, attribution, quantities, periods, names, events, stance."""
