"""What the user wants of the program, in a module for each thing that it is about."""
