"""factcheck.toml: its keys, how it is read and where each of them stands, `--config`, and docs/settings.md."""
