"""Conditions under which a fault hits a request: the client that sends it, and chance."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from random import Random
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import parse_qsl

import msgspec
from starlette.datastructures import Headers

#: A client's IP address and port, which identify its connection.
Peer: TypeAlias = tuple[str, int]

_CREDENTIALS = frozenset({"api_key", "session_id", "guest_session_id"})


class Sender(NamedTuple):
    """The client of a request, and its connection.

    Attributes:
        peer: The address of the client.
        open_peers: Returns the clients of all open connections; None without sockets.
        headers: The headers of the request, by lower-case names.
        query: The query of the request.
    """

    peer: Peer
    open_peers: Callable[[], Collection[Peer]] | None
    headers: Sequence[tuple[bytes, bytes]] = ()
    query: bytes = b""

    @property
    def user_agent(self) -> str:
        """The value of `User-Agent`; empty without it."""
        return Headers(raw=list(self.headers)).get("user-agent", "")

    def credentials(self) -> Iterator[str]:
        """Yield the access token, API key, session id and guest session id that the request carries."""
        scheme, _, token = Headers(raw=list(self.headers)).get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            yield token
        yield from (value for name, value in parse_qsl(self.query.decode("latin-1")) if name in _CREDENTIALS)


NO_SOCKET = Sender(("127.0.0.1", 0), None)


class Conditions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Conditions, all of which have to hold.

    Attributes:
        user_agent: A pattern of the client's `User-Agent`, such as `curl/*`; case does not matter.
        address: A pattern of the client's IP address, such as `192.168.0.*`.
        credential: The access token, API key, session id or guest session id of the client.
        probability: The share of requests to hit, between 0 and 1.
        seed: Selects which requests are hit; the same seed selects the same ones.
    """

    user_agent: str | None = None
    address: str | None = None
    credential: str | None = None
    probability: float | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        """Validate the values.

        Raises:
            ValueError: A pattern is empty, or the probability is not between 0 and 1.
        """
        for name in ("user_agent", "address", "credential"):
            if getattr(self, name) == "":
                raise ValueError(f"{name} must not be empty")
        if self.probability is not None and not 0 < self.probability <= 1:
            raise ValueError(f"probability must be above 0 and at most 1, got {self.probability:g}")

    def check(self) -> Callable[[Sender], bool]:
        """Return a function that says whether the conditions hold for a request. It draws from its own random numbers."""
        # Reproducible numbers are the purpose, not secret ones.
        random = Random(self.seed)
        user_agent, address, credential, probability = self.user_agent, self.address, self.credential, self.probability

        def holds(sender: Sender) -> bool:
            return (
                (user_agent is None or fnmatchcase(sender.user_agent.lower(), user_agent.lower()))
                and (address is None or fnmatchcase(sender.peer[0], address))
                and (credential is None or credential in sender.credentials())
                and (probability is None or random.random() < probability)
            )

        return holds

    def given(self) -> dict[str, Any]:
        """Return the conditions that differ from the defaults, by name."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value not in (None, 0)}

    def __str__(self) -> str:
        """Return the conditions as a text, without the credential."""
        parts = {
            "user agent": self.user_agent,
            "address": self.address,
            "one credential": self.credential and "",
            "probability": self.probability and f"{self.probability:g}",
        }
        return ", ".join(f"{name} {value}".strip() for name, value in parts.items() if value is not None)


NO_CONDITIONS = Conditions()
