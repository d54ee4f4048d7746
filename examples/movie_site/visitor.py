"""The languages and the country of a visitor."""

from __future__ import annotations

import re
from typing import NamedTuple

from starlette.requests import Request

COUNTRY = re.compile(r"[A-Z]{2}")
#: A language with its script and country, such as `pt`, `pt-BR` and `zh-Hant-TW`; TMDB's `xx` is no language.
TAG = re.compile(r"(?!xx)([a-z]{2})(?:-[a-z]{4})?(?:-([a-z]{2}))?", re.IGNORECASE)


class Visitor(NamedTuple):
    """The languages and the country of a visitor.

    Attributes:
        languages: Up to three languages of the browser, the preferred one first, then English.
        country: The country that they have chosen, or else that of the browser's first language with one.
    """

    languages: list[str]
    country: str

    @classmethod
    def of(cls, request: Request) -> Visitor:
        """Return the visitor who has sent a request."""
        languages, country = accepted(request.headers.get("accept-language", ""))
        chosen = request.query_params.get("country") or request.cookies.get("country", "")
        return cls(languages, chosen if COUNTRY.fullmatch(chosen) else country)


def accepted(header: str) -> tuple[list[str], str]:
    """Return the languages and the country of an `Accept-Language` header, such as `pt-BR,pt;q=0.9,en;q=0.8`."""
    languages: dict[str, str] = {}
    country = ""
    entries = (entry.partition(";q=") for entry in header.replace(" ", "").split(","))
    for tag, _, _ in sorted(entries, key=lambda entry: entry[2] or "1", reverse=True):
        if found := TAG.fullmatch(tag):
            language, region = found[1].lower(), (found[2] or "").upper()
            languages.setdefault(language, f"{language}-{region}" if region else language)
            country = country or region
    preferred = dict(list(languages.items())[:3])
    preferred.setdefault("en", "en-US")
    return list(preferred.values()), country or "US"
