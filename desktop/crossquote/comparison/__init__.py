"""Comparison: aligning two renditions, classing what changed, judging whether it matters."""
