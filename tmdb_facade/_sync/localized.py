# Made from tmdb_facade/_async/localized.py by `make sync`: edit that file, never this one.
"""Requests for the rows of a list in further languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.endpoint import Request
    from tmdb_facade._core.languages.preferences import Languages
    from tmdb_facade._core.sending.engine import Deadline
    from tmdb_facade._sync.requester import Requester


def request_rows(
    requester: Requester,
    request: Request,
    type_: type[object],
    value: object,
    languages: Languages,
    deadline: Deadline,
) -> list[Answer]:
    """Fill the texts of a page's rows from the same page in further languages.

    Each language is requested only if a row still lacks a text.

    Args:
        requester: Sends the requests.
        request: The request of the page.
        type_: The type of the page.
        value: The page in the first of the languages; it is changed.
        languages: The languages.
        deadline: When the user's call ends.

    Returns:
        The further answers, whose differences the caller reports.
    """
    # Imported here because it imports the models, which importing a client must not.
    from tmdb_facade._core.languages.rows import LocalizedRows, request_in

    answers: list[Answer] = []
    rows = LocalizedRows(value, languages)
    while (tag := rows.next_language()) is not None:
        answer = requester.send(request_in(request, tag), type_, deadline=deadline)
        rows.add(answer.value)
        answers.append(answer)
    rows.fill()
    return answers


def localize_rows(
    requester: Requester,
    request: Request,
    type_: type[object],
    value: object,
    languages: Languages,
    deadline: Deadline,
) -> None:
    """Fill the texts of the rows of any answer, with its appended seasons; otherwise like `request_rows`."""
    from tmdb_facade._core.languages.rows import LocalizedRows, request_in

    rows = LocalizedRows(value, languages)
    while (tag := rows.next_language()) is not None:
        rows.add(requester.answer(request_in(request, tag), type_, deadline))
    rows.fill()
