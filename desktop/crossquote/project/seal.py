"""The seal: by it the program knows again what it wrote into a project itself, wherever the file has been meanwhile.

The key lies among this account's own data, and leaves it never. What somebody else wrote has another seal, or none.
"""

import secrets
from contextlib import suppress
from hashlib import blake2b

from crossquote.errors import UserError
from crossquote.files import read_file, write_own
from crossquote.paths import data_folder, is_plain

_NAME, _BYTES = "seal", 32


def own_key() -> bytes | None:
    """Return this account's key, None where there is none yet."""
    path = data_folder() / _NAME
    if not is_plain(path):
        return None
    with suppress(UserError, ValueError):
        key = bytes.fromhex(read_file(path, 3 * _BYTES, "error.unreadable").decode("ascii"))
        return key if len(key) == _BYTES else None
    return None


def make_key() -> bytes | None:
    """Return this account's key, made where there is none; None where it can't be kept."""
    key = own_key()
    if key is None:
        key = secrets.token_bytes(_BYTES)
        try:
            write_own(data_folder() / _NAME, key.hex())
        except OSError:
            return None
    return key


def seal(key: bytes, *parts: bytes) -> str:
    """Return what nobody can write of `parts` who has not the key."""
    made = blake2b(key=key, digest_size=_BYTES)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()
