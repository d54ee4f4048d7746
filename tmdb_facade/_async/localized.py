"""Requests for rows and details in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from tmdb_facade._core.languages.preferences import DETAILS_WITH_ROWS
from tmdb_facade._core.sending.outgoing import call_deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tmdb_bindings.runtime import Details
    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.endpoint import Request
    from tmdb_facade._core.languages.preferences import LanguageChoice, Languages
    from tmdb_facade._core.sending.engine import Deadline

T = TypeVar("T")


async def request_rows(
    requester: AsyncRequester,
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
        answer = await requester.send(request_in(request, tag), type_, deadline=deadline)
        rows.add(answer.value)
        answers.append(answer)
    rows.fill()
    return answers


async def localize_rows(
    requester: AsyncRequester,
    request: Request,
    type_: type[T],
    value: T,
    languages: Languages,
    deadline: Deadline,
    further: Callable[[T], Sequence[str]] | None = None,
) -> None:
    """Fill the texts of the rows of any answer, with its appended seasons; otherwise like `request_rows`.

    `further` returns the blocks that remain to be appended, from the first answer.
    """
    from tmdb_facade._core.languages.rows import LocalizedRows, request_in

    rows = LocalizedRows(value, languages)
    while (tag := rows.next_language()) is not None:
        answer = await requester.answer(request_in(request, tag), type_, deadline=deadline, further=further)
        rows.add(answer)
    rows.fill()


async def request_details(
    requester: AsyncRequester,
    request: Request,
    type_: type[T],
    *,
    choice: LanguageChoice | None = None,
    further: Callable[[T], Sequence[str]] | None = None,
    deadline: Deadline | None = None,
) -> T:
    """Request details. With a list of languages, fill their texts and select their images.

    Args:
        requester: Sends the requests.
        request: The request.
        type_: The class of the details.
        choice: The parameters for the languages; `None` if the details are not localized.
        further: Returns the blocks that remain to be appended, from the first answer.
        deadline: When the user's call ends, if not by the client's options alone.
    """
    if choice is None or choice.languages is None:
        return await requester.answer(request, type_, deadline=deadline, further=further)
    deadline = call_deadline(requester.options) if deadline is None else deadline
    details = await requester.answer(request, type_, deadline=deadline, further=further)
    # Imported here because it imports the models, which importing a client must not; the response has done so.
    from tmdb_facade._core.languages.localization import localize

    localize(cast("Details", details), choice.languages, hidden=choice.hidden)
    if type_.__name__ in DETAILS_WITH_ROWS:
        await localize_rows(requester, request, type_, details, choice.languages, deadline, further=further)
    return details
