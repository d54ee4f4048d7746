# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TypeAlias

from .credit_movie import CreditMovie
from .credit_tv_show import CreditTVShow
from .unknown_media import UnknownMedia

CreditMedia: TypeAlias = CreditMovie | CreditTVShow | UnknownMedia
"""The movie or TV series of a credit."""
