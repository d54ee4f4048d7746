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
        before_decision: Called before the decision, or `None`.
        visits_before: Paths of the login's server that are visited before the decision.
        repeats_callback: Whether the callback is visited twice.
        foreign_visits: The responses of these visits.
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
        self.visits_before: list[str] = []
        self.repeats_callback: bool = False
        self.foreign_visits: list[httpx.Response] = []

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
        page = client.post(page.url, data={"do": "log in", **user, **hidden_fields(page)})
        if self.before_decision is not None:
            self.before_decision()
        self.foreign_visits += [httpx.get(httpx.URL(url).join(path), timeout=30) for path in self.visits_before]
        if self._decision != "look":
            response = client.post(page.url, data={"do": self._decision, **hidden_fields(page)}, follow_redirects=False)
            target = response.url.join(response.headers["location"])
            if self.repeats_callback:
                self.foreign_visits.append(httpx.get(target, timeout=30))
            page = client.get(target)
        while "refresh" in page.text:
            page = client.get(page.url)


def hidden_fields(page: httpx.Response) -> dict[str, str]:
    """Return the hidden fields of a page's forms."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.text))
