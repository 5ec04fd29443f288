"""The command line.

What it says is asked of `wording` by `voice`, in the language that `spoken` chose when it began.
"""
