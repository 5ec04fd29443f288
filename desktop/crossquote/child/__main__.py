"""Run as `python -m crossquote.child`: a child that its parent talks to by its standard streams."""

from crossquote.child.answering import answer_questions

if __name__ == "__main__":
    answer_questions()
