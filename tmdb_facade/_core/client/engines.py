"""The choice of the engine that speaks HTTP: by name, or an object of the user's."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Final

from tmdb_facade._core.client.environment import choose
from tmdb_facade._core.request.validation import check_choice, invalid
from tmdb_facade.errors import InvalidArgumentError

#: The default engine, which is the only one that sends through a user's transport or HTTP client.
HTTPX: Final = "httpx"
#: The engines of all clients, which the environment can name, and the client that has each.
_CLIENTS: Final = {HTTPX: "both clients", "pyreqwest": "TMDB", "aiohttp": "AsyncTMDB"}


def read_engine(
    passed: Mapping[str, object],
    environ: Mapping[str, str],
    engines: Mapping[str, str | None],
    methods: tuple[str, str],
) -> object:
    """Validate the choice of an engine, and of what replaces a part of it.

    Args:
        passed: The arguments that the caller passed, by name.
        environ: The environment variables; an empty one counts as absent. `TMDB_ENGINE` is for all clients of a program:
            the first engine of its list that this client has is used, and the default one if there is none.
        engines: For each engine of the client, the extra that installs it; `None` for the default engine.
        methods: The methods of an engine of the user's.

    Returns:
        The engine's name, or the user's engine.

    Raises:
        InvalidArgumentError: There is no such engine, it is not installed, or arguments exclude each other.
    """
    exclusive = [name for name in ("transport", "http_client", "proxy") if name in passed]
    if len(exclusive) > 1:
        raise InvalidArgumentError(
            exclusive[-1], "cannot be combined: pass only one of transport=, http_client= and proxy="
        )
    own_network = exclusive in ([], ["proxy"])

    def first_of(text: str) -> str:
        names = [name.strip() for name in text.split(",")]
        for name in names:
            check_choice("TMDB_ENGINE", name, tuple(_CLIENTS))
        return next((name for name in names if name in engines), HTTPX)

    def check(name: str, engine: object) -> object:
        if isinstance(engine, str):
            if engine in _CLIENTS and engine not in engines:
                raise InvalidArgumentError(name, f"{engine!r} is an engine of {_CLIENTS[engine]} only")
            check_choice(name, engine, tuple(engines))
            extra = engines[engine]
            if extra is not None and find_spec(engine) is None:
                raise InvalidArgumentError(name, f"{engine!r} is not installed: pip install 'tmdb-facade[{extra}]'")
        elif isinstance(engine, type) or not all(callable(getattr(engine, method, None)) for method in methods):
            names = ", ".join(map(repr, engines))
            raise invalid(name, f"{names}, or an object with the methods {methods[0]} and {methods[1]}", engine)
        if engine != HTTPX and not own_network:
            raise InvalidArgumentError(
                name, f"cannot be combined with {exclusive[0]}=, which is for the engine 'httpx'"
            )
        if not isinstance(engine, str) and exclusive:
            raise InvalidArgumentError(name, "cannot be combined with proxy=: an engine of yours opens the connections")
        return engine

    # A user's transport or HTTP client takes precedence over the environment, as all arguments do.
    return choose(passed, environ if own_network else {}, "TMDB_ENGINE", check, HTTPX, first_of)
