"""Tests of the built guide in a real browser."""
