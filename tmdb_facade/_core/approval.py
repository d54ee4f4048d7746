"""The pages on which a user approves a request token."""

from __future__ import annotations

from urllib.parse import urlencode

from tmdb_bindings.runtime.paths import path_segment


def v3_approval_url(website: str, request_token: str, redirect_to: str | None = None) -> str:
    """Name the page for a token of version 3.

    Args:
        website: TMDB's website, or what stands in its place.
        request_token: The token to approve.
        redirect_to: Where the page sends the user afterwards.

    Returns:
        The page's address. It holds the token: whoever has it can wait for the approval.

    Raises:
        ValueError: The token is empty, or would lead to another page.
    """
    url = f"{website}/authenticate/{path_segment(request_token, 'request_token')}"
    return url if redirect_to is None else f"{url}?{urlencode({'redirect_to': redirect_to})}"


def v4_approval_url(website: str, request_token: str) -> str:
    """Name the page for a token of version 4.

    Args:
        website: TMDB's website, or what stands in its place.
        request_token: The token to approve.

    Returns:
        The page's address. It holds the token: whoever has it can wait for the approval.

    Raises:
        ValueError: The token is empty.
    """
    if not request_token:
        raise ValueError("request_token is empty: pass the token to approve")
    return f"{website}/auth/access?{urlencode({'request_token': request_token})}"
