"""Use cases: what a user can ask for, as plain functions and generators."""
