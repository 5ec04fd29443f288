"""How a server proves who it is."""

import os
import ssl
from pathlib import Path


def trust() -> ssl.SSLContext:
    """Return what servers are believed by: the certificates that SSL_CERT_FILE names, else the system's own.

    A frozen Python knows only where they lay on the machine that froze it, and on macOS it knows of none.
    """
    if Path(os.environ.get("SSL_CERT_FILE", "")).is_file():
        return ssl.create_default_context()
    import truststore  # noqa: PLC0415 - only for a connection

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
