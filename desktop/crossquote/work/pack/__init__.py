"""Evidence packs: a report with all that it rests on, and how somebody else checks that nothing in it was changed."""
