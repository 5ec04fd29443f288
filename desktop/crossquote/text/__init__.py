"""Pure functions over text: normalising, words, sentences, marks, language, similarity, lexicons."""
