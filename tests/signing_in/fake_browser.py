"""A browser without a screen, which a login opens: it logs in on the embedded TMDB's page and decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from threading import Event

import httpx


class FakeBrowser:
    """Opens the page of a login, approves or denies, and follows all redirects.

    Attributes:
        urls: The addresses that it was told to open.
        visits: All responses, redirects included, in their order.
        failures: The errors of its requests.
        is_done: Set when it has shown the last page.
    """

    def __init__(self, decision: str = "approve", username: str = "demo") -> None:
        """Create a browser.

        Args:
            decision: `approve`, `deny`, or `look` to close the tab without a decision.
            username: The user who is logged in, and their password.
        """
        self._decision = decision
        self._username = username
        self.urls: list[str] = []
        self.visits: list[httpx.Response] = []
        self.failures: list[Exception] = []
        self.is_done = Event()
        self.before_decision: Callable[[], None] | None = None

    def __call__(self, url: str) -> bool:
        """Open a URL, as a login does."""
        self.urls.append(url)
        try:
            with httpx.Client(follow_redirects=True, timeout=30, event_hooks={"response": [self._keep]}) as client:
                self._browse(client, url)
        except httpx.HTTPError as error:
            self.failures.append(error)
        finally:
            self.is_done.set()
        return True

    @property
    def page(self) -> str:
        """The last page."""
        return self.visits[-1].text

    @property
    def heading(self) -> str:
        """The heading of the last page."""
        found = re.search(r"<h1>(.*?)</h1>", self.page)
        assert found is not None, self.page
        return found[1]

    def _keep(self, response: httpx.Response) -> None:
        response.read()
        self.visits.append(response)

    def _browse(self, client: httpx.Client, url: str) -> None:
        page = client.get(url)
        if page.status_code != 200:
            return
        user = {"username": self._username, "password": self._username}
        page = client.post(page.url, data={"do": "log in", **user})
        if self.before_decision is not None:
            self.before_decision()
        if self._decision != "look":
            page = client.post(page.url, data={"do": self._decision})
        while "refresh" in page.text:
            page = client.get(page.url)
