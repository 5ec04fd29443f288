"""The sections of a lexicon, as `schema` gathers them."""
