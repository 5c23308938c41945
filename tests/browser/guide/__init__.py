"""Tests in a real browser that need what stands in this guide: its words, its many terms and events."""
