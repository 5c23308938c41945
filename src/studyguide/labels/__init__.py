"""The engine's messages to readers, translated with gettext."""
