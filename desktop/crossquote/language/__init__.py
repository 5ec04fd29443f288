"""What is known of languages: a lexicon each, and what they are called."""
