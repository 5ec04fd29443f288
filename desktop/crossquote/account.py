"""Who works here: the user of this machine, whose name stands beside each decision."""

import getpass


def current_user() -> str:
    """Return the name of the user of this machine, "someone" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "someone"
