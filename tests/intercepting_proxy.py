"""A proxy as companies have them: it opens every encrypted connection and closes it again with certificates of its own.

    python intercepting_proxy.py FOLDER

makes its authority in FOLDER (`authority.pem`), prints the port that it listens on (on 127.0.0.1), then a line for
each connection that it carried. It ends when its standard input does. Certificates are made by `openssl`.
"""

import asyncio
import ssl
import subprocess
import sys
from pathlib import Path

KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-batch"]


def make_certificate(folder: Path, name: str, *options: str) -> None:
    """Make a key and a certificate in `folder`, as `name.key` and `name.pem`."""
    files = ["-keyout", str(folder / f"{name}.key"), "-out", str(folder / f"{name}.pem")]
    subprocess.run(["openssl", "req", "-x509", *KEY, *files, *options], check=True, capture_output=True)


class Proxy:
    """Carries connections, each under a certificate for its host that the proxy's own authority signs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        make_certificate(folder, "authority", "-subj", "/CN=The test's proxy")

    def disguise(self, host: str) -> ssl.SSLContext:
        """Return what the proxy shows to a client that asks for `host`."""
        if not (self.folder / f"{host}.pem").is_file():
            signed = ["-CA", str(self.folder / "authority.pem"), "-CAkey", str(self.folder / "authority.key")]
            names = ["-subj", "/CN=asked for", "-addext", f"subjectAltName=DNS:{host}"]
            make_certificate(self.folder, host, *signed, *names, "-addext", "basicConstraints=critical,CA:FALSE")
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.folder / f"{host}.pem", self.folder / f"{host}.key")
        return context

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection: `CONNECT host:port`, then whatever the two say to each other."""
        method, _, rest = (await reader.readuntil(b"\r\n\r\n")).decode("ascii").partition(" ")
        if method != "CONNECT":
            writer.close()
            return
        host, _, port = rest.split(" ")[0].partition(":")
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        try:
            await writer.start_tls(self.disguise(host))
            far_reader, far_writer = await asyncio.open_connection(host, int(port), ssl=True)
        except (OSError, ssl.SSLError) as error:
            print("refused", type(error).__name__, flush=True)  # noqa: T201 - what the test reads
            writer.close()
            return
        print("carried", flush=True)  # noqa: T201 - what the test reads
        await asyncio.gather(_pour(reader, far_writer), _pour(far_reader, writer))


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def main() -> None:
    proxy = Proxy(Path(sys.argv[1]))
    server = await asyncio.start_server(proxy.carry, "127.0.0.1")
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201 - what the test reads
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
