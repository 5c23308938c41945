"""What a reader can do, tried in a real browser on the made-up guide of `tests/example/`."""
