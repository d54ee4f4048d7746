"""Open a browser for a login, and show the URL in a terminal."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from io import StringIO
from threading import Thread

from tmdb_facade._core.signing_in.secret import Secret
from tmdb_facade._core.signing_in.surroundings import has_local_browser


def is_browser_local() -> bool:
    """Return whether the user's browser probably runs on this machine."""
    return has_local_browser(os.environ, sys.platform, os.path.exists)


class BrowserOpening:
    """The opening of a browser, in a thread: some browsers return only when their window is closed.

    Attributes:
        is_opened: Whether the browser was opened; `None` before that is known.
        error: The error of the user's function, or `None`.
    """

    def __init__(self, open_: Callable[[str], bool] | None, url: Secret[str], wake: Callable[[], None]) -> None:
        """Start.

        Args:
            open_: The function that opens a URL; `None` for the system's browser.
            url: The URL.
            wake: Called when the outcome is known.
        """
        self._open = _open_system_browser if open_ is None else open_
        self._url = url
        self._wake = wake
        self.is_opened: bool | None = None
        self.error: Exception | None = None
        Thread(target=self._run, name="tmdb-facade browser", daemon=True).start()

    @property
    def is_done(self) -> bool:
        """Whether the outcome is known."""
        return self.is_opened is not None or self.error is not None

    def _run(self) -> None:
        try:
            self.is_opened = bool(self._open(self._url.get()))
        except Exception as error:  # noqa: BLE001  (the login raises it)
            self.error = error
        finally:
            self._wake()


def _open_system_browser(url: str) -> bool:
    import webbrowser  # slow to import

    try:
        return webbrowser.open(url)
    except Exception:  # noqa: BLE001  (the variable BROWSER raises more than webbrowser.Error, such as an IndexError)
        return False


def print_approval_url(url: Secret[str], app_name: str, *, is_opened: bool) -> bool:
    """Write the approval URL to stderr; if no browser was opened, also as a QR code to a terminal.

    Args:
        url: The URL.
        app_name: The program's name for its user.
        is_opened: Whether a browser was opened.

    Returns:
        Whether there is a stderr.
    """
    stream = sys.stderr
    if is_opened:
        text = f"Your browser shows TMDB's page to sign in to {app_name}. If it does not, open"
    else:
        text = f"To sign in to {app_name}, approve it in a browser at"
    try:
        is_terminal = stream.isatty()
        stream.write(f"{text}\n\n    {url.get()}\n\n")
        if is_terminal and not is_opened and (code := qr_code(url, shutil.get_terminal_size())) is not None:
            with suppress(UnicodeEncodeError):  # a terminal without block characters
                stream.write(f"{code}\n")
        stream.flush()
    except (AttributeError, OSError, ValueError):  # there is none, or it is closed
        return False
    return True


def qr_code(url: Secret[str], size: os.terminal_size) -> str | None:
    """Return the QR code of a URL as text, or `None` if the terminal is too small or `segno` is not installed."""
    try:
        import segno
    except ImportError:
        return None
    code = segno.make_qr(url.get(), error="l")
    width = code.symbol_size(border=2)[0]
    if width > size.columns or width > 2 * size.lines:
        return None
    text = StringIO()
    code.terminal(text, border=2, compact=True)
    return text.getvalue()
