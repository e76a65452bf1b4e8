"""factcheck: where a folder of articles conflicts, disputes, misquotes or agrees."""

__version__ = "0.1.0"
