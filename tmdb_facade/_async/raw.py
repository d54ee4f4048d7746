"""Calls that keep their HTTP answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tmdb_facade._core.answer.raw import ANSWERS, RawResponse, check_method

if TYPE_CHECKING:
    from typing import NoReturn

    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._runtime.tasks import Method

P = ParamSpec("P")
T = TypeVar("T")


class AsyncRawCaller:
    """Calls methods, and keeps their HTTP answers: `tmdb.with_raw_response`."""

    async def __call__(self, method: Method[P, T], /, *args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        """Call a method, and keep the HTTP answer.

            raw = await tmdb.with_raw_response(tmdb.movies.details, 550, language="pt-BR")
            raw.headers["etag"], raw.json()["title"], raw.parsed.title

        Args:
            method: A method of a namespace, or of a pager (`tmdb.movies.popular().page`), not yet called.
            *args: What it takes.
            **kwargs: What it takes.

        Returns:
            The answer, and what the method gives in `parsed`.

        Raises:
            TMDBError: TMDB gave no answer, or an error.
            InvalidArgumentError: The method sent nothing, such as one that returns a pager.
        """
        check_method(method)
        answers: list[Answer] = []
        token = ANSWERS.set(answers)
        try:
            parsed = await method(*args, **kwargs)
        finally:
            ANSWERS.reset(token)
        return RawResponse(parsed, answers)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            """Tell whoever knows other SDKs how it is here; type checkers know that there is no such attribute."""
            raise AttributeError(
                f"with_raw_response has no {name!r}: pass the method itself, and then what it takes, as in "
                "tmdb.with_raw_response(tmdb.movies.details, 550)"
            )
