"""Tests of a guide that runs from right to left."""
