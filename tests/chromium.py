"""A headless Chromium that shows pages: what they ask for, what they complain of, and what of them is cut off."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
LACKING = "no Chromium: on Debian, apt-get install chromium"
_FROM, _TO = 3, 4
"""The files by which a browser that is steered through a pipe hears and answers."""
_CUT_OFF = """(() => {
  const width = document.documentElement.clientWidth, found = [];
  const name = e => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`;
  const scrolls = e => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  if (document.documentElement.scrollWidth > width) found.push(`page: ${document.documentElement.scrollWidth}`);
  for (const e of document.body.querySelectorAll('*')) {
    if (scrolls(e)) continue;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (!box.width || !box.height) continue;
    if (box.left < -0.5 || box.right > width + 0.5) found.push(name(e));
    if (/hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1) found.push(name(e));
  }
  return found;
})()"""


def find_chromium() -> str | None:
    """Return where a Chromium is, None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@dataclass
class Tab:
    """A page of a browser, steered by its protocol (Chrome DevTools, over a pipe)."""

    asks: int
    answers: int
    session: str = ""
    number: int = 0
    held: bytes = b""
    events: list[dict[str, Any]] = field(default_factory=list)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Return what the browser answers; what it tells in the meantime is kept."""
        self.number += 1
        asked = {"id": self.number, "method": method, "params": parameters}
        told = {**asked, "sessionId": self.session} if self.session else asked
        os.write(self.asks, json.dumps(told).encode() + b"\0")
        while (said := self._next()).get("id") != self.number:
            self.events.append(said)
        assert "error" not in said, said
        answer: dict[str, Any] = said["result"]
        return answer

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.held:
            block = os.read(self.answers, 1 << 20)
            assert block, "the browser has ended"
            self.held += block
        line, self.held = self.held.split(b"\0", 1)
        said: dict[str, Any] = json.loads(line)
        return said

    def show(self, path: Path, width: int, *, dark: bool = False) -> None:
        """Show a file in a window so many points wide, and wait until it is there."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="", features=[scheme])
        self.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        while not any(one.get("method") == "Page.loadEventFired" for one in self.events):
            self.events.append(self._next())

    @property
    def requests(self) -> list[str]:
        """What was asked for since the page was shown."""
        sent = (one["params"] for one in self.events if one.get("method") == "Network.requestWillBeSent")
        return [str(one["request"]["url"]) for one in sent]

    @property
    def complaints(self) -> list[object]:
        """What stands on the browser's console."""
        told = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")
        return [one["params"] for one in self.events if one.get("method") in told]

    def cut_off(self) -> list[str]:
        """Return what reaches beyond the window, or is hidden in part."""
        answer = self.call("Runtime.evaluate", expression=_CUT_OFF, returnByValue=True)
        found: list[str] = answer["result"]["value"]
        return found

    def picture(self) -> bytes:
        """Return the whole page as a picture (PNG)."""
        answer = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(answer["data"])

    def printed(self, width: float, height: float) -> bytes:
        """Return the page as it is printed on paper of a size in points, unless it asks for other paper."""
        size = {"paperWidth": width / 72, "paperHeight": height / 72}
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False, **size)
        return base64.b64decode(answer["data"])


@contextmanager
def browsing(program: str, folder: Path) -> Iterator[Tab]:
    """Yield a page of a browser that keeps what it keeps in `folder`, and ends with this."""
    asks_from, asks = os.pipe()
    answers, answers_to = os.pipe()
    command = [
        *(program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe"),
        *("--disable-background-networking", "--disable-component-update", f"--user-data-dir={folder}"),
    ]
    running = _started(command, folder, asks_from, answers_to)
    os.close(asks_from)
    os.close(answers_to)
    try:
        tab = Tab(asks, answers)
        target = tab.call("Target.createTarget", url="about:blank")["targetId"]
        tab.session = tab.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for part in ("Page", "Network", "Log", "Runtime"):
            tab.call(f"{part}.enable")
        yield tab
    finally:
        os.close(asks)
        os.close(answers)
        running.terminate()
        running.wait(timeout=20)


def _started(command: list[str], folder: Path, hears: int, tells: int) -> subprocess.Popen[bytes]:
    """Start a browser with the ends of its pipes where it looks for them; what it leaves behind is in `folder`."""
    steps = f'exec {_FROM}<&{hears} {_TO}>&{tells}; exec "$@"'
    silent = subprocess.DEVNULL
    whole, own = ["bash", "-c", steps, "bash", *command], {**os.environ, "TMPDIR": str(folder)}
    return subprocess.Popen(whole, pass_fds=(hears, tells), stdout=silent, stderr=silent, env=own)
