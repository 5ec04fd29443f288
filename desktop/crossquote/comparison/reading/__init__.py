"""What is read in the texts that are compared."""
