"""Chromium, driven through a Node process for as long as the tests need it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from tests.conftest import NODE_TOOLS

_DRIVER = Path(__file__).with_name("driver.cjs")


class Page(NamedTuple):
    """The content of a tab.

    Attributes:
        url: The address.
        title: The title of the window.
        status: The HTTP status.
        headings: The texts of the main headings.
        alerts: The texts of the alerts.
        buttons: The texts of the buttons.
        text: The whole text.
        requests: The URLs of all requests of the tab so far.
        complaints: The errors in the console so far, such as violations of a content security policy.
    """

    url: str
    title: str
    status: int
    headings: list[str]
    alerts: list[str]
    buttons: list[str]
    text: str
    requests: list[str]
    complaints: list[str]


class Tab:
    """A tab of a browser."""

    def __init__(self, chromium: Chromium, number: int) -> None:
        """Wrap the driver's tab of a number."""
        self._chromium = chromium
        self._number = number

    def do(self, command: str, /, **arguments: object) -> Any:
        """Send a command of driver.cjs and return its result."""
        return self._chromium.send(command, tab=self._number, **arguments)

    def goto(self, url: str) -> Page:
        """Open a URL."""
        self.do("goto", url=url)
        return self.page

    def log_in(self, username: str, password: str | None = None) -> Page:
        """Fill in the login form and submit it; by default the password is the user name."""
        self.do("fill", label="User name", value=username)
        self.do("fill", label="Password", value=username if password is None else password)
        return self.click("Log in")

    def click(self, name: str) -> Page:
        """Click a button that leads to another page."""
        self.do("click", name=name)
        return self.page

    @property
    def page(self) -> Page:
        """The content of the tab."""
        return Page(**self.do("read"))

    def another(self) -> Tab:
        """Open another tab of the same browser."""
        return Tab(self._chromium, self.do("another"))

    def open_at_once(self, url: str, count: int) -> list[Page]:
        """Open a URL in several new tabs of the same browser at once; return the pages when all have loaded."""
        numbers: list[int] = self.do("open_at_once", url=url, count=count)
        return [Tab(self._chromium, number).page for number in numbers]


class Chromium:
    """A Chromium process; each `open` is a browser with cookies of its own."""

    def __enter__(self) -> Self:
        """Start the driver, which starts Chromium when it is needed."""
        command = [str(NODE_TOOLS / "node"), str(_DRIVER), shutil.which("chromium") or ""]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close Chromium and the driver."""
        self._process.communicate(timeout=60)

    def send(self, command: str, /, **arguments: object) -> Any:
        """Send a command to the driver and return its result."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": command, **arguments}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or '{"error": "the driver has ended"}')
        assert "error" not in answer, f"{command}: {answer['error']}"
        return answer["result"]

    def open(self, *, scripts: bool = False) -> Tab:
        """Open a browser and return its tab."""
        return Tab(self, self.send("open", scripts=scripts))

    def open_without_cookies(self, profile: Path) -> Tab:
        """Open a browser that blocks cookies, with a profile in an empty folder."""
        return Tab(self, self.send("open_without_cookies", folder=str(profile)))
