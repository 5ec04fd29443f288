"""From files to compared utterances, one stage after another."""
