"""What the user wishes in the window, and what becomes of it."""
