"""What the views show, by id, fetched as rows are shown."""
