"""A module that can't be loaded, as one whose library of the system is not there."""

raise OSError("cannot open shared object file")
