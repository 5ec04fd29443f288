"""Single pages of the web, fetched when somebody asks for that very one: whom to ask, how, and how much."""
