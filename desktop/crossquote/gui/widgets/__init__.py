"""Small parts that know nothing of quotes."""
