"""Which claims are compared, and along which dimensions they are about the same thing."""
