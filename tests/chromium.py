"""A headless Chromium, driven by its DevTools protocol over a pipe; nothing has to be installed but the browser."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # which a container has no rights for; the pages are our own files
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


def browser() -> str | None:
    """The program, where there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One page of a browser that was started for it.

    Attributes:
        said: What the page said of itself on its console, and requests that it made.
    """

    def __init__(self, program: str) -> None:
        self._profile = tempfile.mkdtemp(prefix="sayso-chromium-")
        ours, theirs = os.pipe(), os.pipe()  # what we write, what we read

        def as_three_and_four() -> None:
            read, write = os.dup(ours[0]), os.dup(theirs[1])
            os.dup2(read, 3)
            os.dup2(write, 4)

        self._process = subprocess.Popen(
            [program, *FLAGS, f"--user-data-dir={self._profile}", "about:blank"],
            preexec_fn=as_three_and_four,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(ours[0])
        os.close(theirs[1])
        self._write, self._read = ours[1], theirs[0]
        self._number, self._rest = 0, b""
        self._session: str | None = None
        self.said: list[str] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def close(self) -> None:
        """End the browser that was started."""
        with contextlib.suppress(OSError, RuntimeError):
            self._session = None
            self.send("Browser.close")
        self._process.terminate()
        self._process.wait()
        os.close(self._write)
        os.close(self._read)
        shutil.rmtree(self._profile, ignore_errors=True)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the browser answers to a command."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            read = os.read(self._read, 1 << 20)
            if not read:
                raise RuntimeError("the browser has ended")
            self._rest += read
        line, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(line)
        self._note(found)
        return found

    def _note(self, found: dict[str, Any]) -> None:
        method, given = found.get("method"), found.get("params", {})
        if method == "Log.entryAdded":
            self.said.append(f"{given['entry']['level']}: {given['entry']['text']}")
        elif method == "Runtime.exceptionThrown":
            self.said.append(f"exception: {given['exceptionDetails']}")
        elif method == "Network.requestWillBeSent" and not given["request"]["url"].startswith(("file:", "data:")):
            self.said.append(f"request: {given['request']['url']}")

    def open(self, file: Path) -> None:
        """Load a file, and wait until it is there."""
        self.send("Page.navigate", url=file.as_uri())
        while self.run("document.readyState") != "complete" or self.run("location.protocol") != "file:":
            pass

    def run(self, script: str) -> Any:
        """The value of an expression of JavaScript on the page, as JSON."""
        made = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in made:
            raise RuntimeError(made["exceptionDetails"].get("exception", {}).get("description", "failed"))
        return made["result"].get("value")

    def look(self, *, width: int = 1280, height: int = 900, dark: bool = False, media: str = "") -> None:
        """The size of the window, the colours that its user likes, and what it is shown on."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def press(self, key: str) -> None:
        """A key on the keyboard."""
        for kind in ("keyDown", "keyUp"):
            code = {"Tab": 9, "Enter": 13, "Escape": 27}[key]
            more = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **more)

    def point(self, selector: str) -> None:
        """Move the mouse to the first element that a selector finds."""
        self.run(f"window.pointed = document.querySelector({json.dumps(selector)})")
        self.run("pointed.scrollIntoView({block: 'center', behavior: 'instant'})")
        at = self.run("(box => [box.x + box.width / 2, box.y + box.height / 2])(pointed.getClientRects()[0])")
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=at[0], y=at[1])

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """A screenshot, of the window or of the whole page."""
        made = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(made["data"]))

    def pdf(self) -> bytes:
        """The page as it is printed."""
        return base64.b64decode(self.send("Page.printToPDF", printBackground=False)["data"])
