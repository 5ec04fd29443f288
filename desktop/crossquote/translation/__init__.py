"""Translation: Argos language packages, run directly and offline."""
