"""What can be compared across two languages without a translation: figures, names, questions, length."""
