"""The user's file: one SQLite database that loses nothing."""
