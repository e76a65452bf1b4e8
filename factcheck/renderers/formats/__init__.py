"""One module a format, named in `renderers.FORMATS`; `github` has no file of its own."""
