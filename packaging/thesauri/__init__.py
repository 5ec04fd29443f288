"""Makes the thesauri that tell what words are to each other. Run by hand, never by the program."""
