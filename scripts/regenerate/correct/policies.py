"""Policies of operations without a row in `operations.yaml`, derived from their method, path, parameters and answer."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from scripts.json_io import Json
from scripts.regenerate.document import PAGE_FIELDS, types

#: The policies that a row in `operations.yaml` can set.
POLICIES = ("auth", "user_scoped", "repeatable", "cacheable", "paging", "page_size")

_PAGE_TYPES = (["array"], ["integer"])
_PAGE_SIZES = {"none": 0, "pages": 20, "changes": 100, "single": 20}
# The last words of paths at which TMDB changes something by GET.
_WRITING_WORDS = frozenset({"add_item", "clear", "create", "delete", "remove", "remove_item", "update"})


def derive_policies(method: str, path: str, query: Collection[str], answer: Json, row: Json) -> Json:
    """Return the policies of an operation. Where a policy is doubtful, the result is the safe one.

    Args:
        method: HTTP method, lower case.
        path: Path template.
        query: Names of the query parameters.
        answer: The component of the answer, empty if it has none.
        row: The entry in `operations.yaml`, whose policies apply instead.
    """
    segments = path.strip("/").split("/")
    writes = method != "get" or segments[-1] in _WRITING_WORDS
    is_about_credentials = any(segment.startswith("auth") for segment in segments)
    auth = str(row.get("auth") or _auth(segments, query, writes=writes and not is_about_credentials))
    # Private v4 lists have the paths of public ones.
    belongs_to_user = auth != "application" or is_about_credentials or "guest_session" in segments
    user_scoped = bool(row.get("user_scoped", belongs_to_user or segments[:2] == ["4", "list"]))
    paging = str(row.get("paging") or _paging(segments, query, answer))
    derived: dict[str, Any] = {
        "auth": auth,
        "user_scoped": user_scoped,
        "repeatable": method in {"put", "delete"} or not writes,
        "cacheable": not writes and not user_scoped and segments[-1] != "latest",
        "paging": paging,
        "page_size": _PAGE_SIZES[paging],
    }
    return {**derived, **{policy: row[policy] for policy in POLICIES if policy in row}}


def describe_policies(policies: Json) -> str:
    """Return policies as text for the report."""
    words = [f"auth {policies['auth']}"]
    words += [word.replace("_", "-") for word in ("user_scoped", "repeatable", "cacheable") if policies[word]]
    return ", ".join([*words, f"paging {policies['paging']}"])


def _auth(segments: list[str], query: Collection[str], *, writes: bool) -> str:
    # Details accept a session for the blocks that need one.
    if "session_id" in query and "append_to_response" not in query:
        return "guest_or_session" if "guest_session_id" in query else "session"
    if "guest_session_id" in query and "append_to_response" not in query:
        return "guest_session"
    if writes or "account" in segments[:2]:
        return "user_token" if segments[0] == "4" else "session"
    return "application"


def _paging(segments: list[str], query: Collection[str], answer: Json) -> str:
    fields: Json = answer.get("properties", {})
    # Pagers iterate over the results and count the pages.
    if not fields.keys() >= PAGE_FIELDS or (types(fields["results"]), types(fields["total_pages"])) != _PAGE_TYPES:
        return "none"
    if "page" not in query:
        return "single"
    return "changes" if segments[-1] == "changes" else "pages"
