"""Pages of the web: the blocks they are made of, which of them are the article, and what they say of it."""
