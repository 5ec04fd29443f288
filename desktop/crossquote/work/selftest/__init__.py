"""The program tests itself on the machine it stands on."""
