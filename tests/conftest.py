"""How many cases a property is tried on: `--hypothesis-profile=thorough` for many."""

from hypothesis import settings

settings.register_profile("quick", deadline=None)  # a slow machine is no failure
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("quick")
