"""Conclusions from answers. HTTP 200 alone proves nothing: gateways send it with answers of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tmdb_facade.errors import InvalidAnswerError, TMDBCode

if TYPE_CHECKING:
    from tmdb_bindings.models import AccountDetails, ListItemStatus, StatusResponse, V4ListItemStatus
    from tmdb_facade._core.endpoint import Operation


def check_accepted(status: StatusResponse, operation: Operation) -> StatusResponse:
    """Return the status of a credential that TMDB accepts.

    Raises:
        InvalidAnswerError: The answer does not say so.
    """
    if not status.success and status.status_code != int(TMDBCode.SUCCESS):
        raise InvalidAnswerError("the answer does not confirm the credential", operation=operation.id)
    return status


def is_on_list(status: ListItemStatus, operation: Operation) -> bool:
    """Return whether a list contains a movie.

    Raises:
        InvalidAnswerError: The answer does not say so.
    """
    present = cast("bool | None", status.item_present)  # `None` if the answer contradicts its type
    if present is None:
        raise InvalidAnswerError("the answer does not say whether the list contains the movie", operation=operation.id)
    return present


def check_on_list(status: V4ListItemStatus, media_id: int, operation: Operation) -> None:
    """Check that the answer confirms an item of a list; for an item that is not on it, TMDB sends an error.

    Raises:
        InvalidAnswerError: The answer does not confirm it.
    """
    if not status.success and status.media_id != media_id:
        raise InvalidAnswerError("the answer does not confirm that the list contains it", operation=operation.id)


def check_secret(value: object, operation: Operation) -> str:
    """Return the token or session that an answer must contain.

    Raises:
        InvalidAnswerError: It does not contain one.
    """
    if not isinstance(value, str) or not value.strip():
        error = InvalidAnswerError("the answer contains no token or session", operation=operation.id)
        error.is_retryable = False
        raise error
    return value


def account_id_of(account: AccountDetails, operation: Operation) -> int:
    """Return the id of an account.

    Raises:
        InvalidAnswerError: The answer has none.
    """
    account_id = cast("int | None", account.id)  # `None` if the answer contradicts its type
    if not account_id:
        raise InvalidAnswerError("the answer does not contain the id of the account", operation=operation.id)
    return account_id
