"""Small guides in other languages, and tests of them. No native speaker has read the guides."""
