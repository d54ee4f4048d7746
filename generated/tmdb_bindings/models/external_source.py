# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import Literal, TypeAlias

ExternalSource: TypeAlias = Literal[
    "facebook_id",
    "imdb_id",
    "instagram_id",
    "tiktok_id",
    "tvdb_id",
    "twitter_id",
    "wikidata_id",
    "youtube_id",
]
