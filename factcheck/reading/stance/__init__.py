"""How firmly a clause stands: whether it is so at all, for how many, on what condition, and as whose wish or doubt."""
