"""Reports: what is found, in forms that can be handed on."""
