"""Headers that apply to every route."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers

#: The content type of every JSON answer.
JSON_TYPE = "application/json;charset=utf-8"
#: The content type of JSONP answers.
JAVASCRIPT_TYPE = "application/javascript;charset=utf-8"
#: TMDB sends these values of `max-age` with errors, although caches should not store errors.
ERRORS_MAX_AGE = {401: 300, 404: 6 * 3600}

# Browsers run or show the content of such URLs instead of opening a page.
_UNSAFE_SCHEMES = frozenset({"about", "blob", "data", "file", "javascript", "vbscript"})
# A name such as `jQuery19_1` or `angular.callbacks._0`. Anything else could be a script of its own.
_FUNCTION = re.compile(r"[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*", re.ASCII)
# Browsers ignore some of these characters, so they can disguise a scheme.
_UNSAFE_CHARACTERS = re.compile(r"[\x00-\x20\x7f\\]")


def is_safe_location(url: str) -> bool:
    """Return whether a browser may be redirected to a URL: an absolute one of the web or of an application."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    has_host = bool(parts.netloc) or parts.scheme not in ("http", "https")
    return (
        bool(parts.scheme)
        and parts.scheme not in _UNSAFE_SCHEMES
        and has_host
        and _UNSAFE_CHARACTERS.search(url) is None
    )


def etag_matches(etag: str, if_none_match: str) -> bool:
    """Return whether an ETag is among those of an `If-None-Match` header.

    The comparison is HTTP's weak one: `W/"a"` equals `"a"`. `*` matches every ETag.
    """
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag.removeprefix("W/") in tags or tags == ["*"]


def jsonp_callback(query: bytes) -> str | None:
    """Return the function that a JSONP request asks to call with the answer; None if its name is not one.

    Args:
        query: The encoded query of the request.
    """
    if b"callback=" not in query:
        return None
    name = dict(parse_qsl(query.decode("latin-1"))).get("callback", "")
    return name if _FUNCTION.fullmatch(name) else None


def cors_headers(request_headers: Headers) -> dict[str, str]:
    """Return the headers that let pages of every origin read an answer, as TMDB does."""
    return {"access-control-allow-origin": "*"} if "origin" in request_headers else {}


def answer_headers(etag: str, max_age: int, *, varies_by_encoding: bool) -> dict[str, str]:
    """Return the headers of every answer of the API, without those that depend on the request.

    Args:
        etag: The ETag of the body.
        max_age: How long caches may store the answer, in seconds.
        varies_by_encoding: Whether the body is compressed for clients that accept it.
    """
    return {
        "cache-control": f"public, max-age={max_age}",
        "content-type": JSON_TYPE,
        "etag": etag,
        "vary": "Origin, Accept-Encoding" if varies_by_encoding else "Origin",
    }
