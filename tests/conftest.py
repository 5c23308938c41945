"""How many cases a property is tried on: `--hypothesis-profile=thorough` for many. A commit tries the same."""

from hypothesis import settings

settings.register_profile("quick", deadline=None, derandomize=True)  # a slow machine is no failure
settings.register_profile("thorough", deadline=None, derandomize=True, max_examples=2000)
settings.load_profile("quick")
