"""What is known when all chapters are read: who points at whom, and what pandoc makes of each note and source."""
