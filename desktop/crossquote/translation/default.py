"""The translator as the program uses it: every shelf, the user's permissions, the caches on disk."""

from crossquote import paths
from crossquote.translation.argos import has_argos
from crossquote.translation.packaged import Caches, PackageTranslator
from crossquote.translation.packages import Found, find_packages
from crossquote.translation.permissions import allowed_samples
from crossquote.translation.shelves import shelves


def open_translator() -> PackageTranslator:
    """Return a translator over the packages that are on this machine now; nothing is loaded yet.

    Without Argos Translate none can be read, so there are none.
    """
    found = find_packages(shelves()) if has_argos() else Found(())
    return PackageTranslator(found, allowed=allowed_samples(), caches=Caches.below(paths.cache_folder()))
