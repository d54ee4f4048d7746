# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Avatar(Model):
    """The avatar images of an account, by source."""

    gravatar: Gravatar | None = None
    """Avatar image at Gravatar."""

    tmdb: UploadedAvatar | None = None
    """Avatar image uploaded to TMDB."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .gravatar import Gravatar
from .uploaded_avatar import UploadedAvatar
