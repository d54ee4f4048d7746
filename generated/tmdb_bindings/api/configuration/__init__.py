# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Image sizes, countries, languages, jobs and time zones."""

from __future__ import annotations

from ...runtime.lazy import lazy_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import countries as countries
    from . import details as details
    from . import jobs as jobs
    from . import languages as languages
    from . import primary_translations as primary_translations
    from . import timezones as timezones
else:
    __getattr__, __dir__ = lazy_modules(
        __name__,
        [
            "countries",
            "details",
            "jobs",
            "languages",
            "primary_translations",
            "timezones",
        ],
    )

__all__ = [
    "countries",
    "details",
    "jobs",
    "languages",
    "primary_translations",
    "timezones",
]
