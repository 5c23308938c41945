"""Read references and notes in free text: MLA, APA, Chicago and their kin, bare addresses, short forms."""
