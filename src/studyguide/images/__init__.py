"""Pictures of a guide: their formats, and how they are made fit for screen and print."""
