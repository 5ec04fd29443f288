"""What is shown under an utterance."""
