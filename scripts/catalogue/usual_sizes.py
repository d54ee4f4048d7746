"""The usual sizes of images, for those of which no answer has the size."""

from __future__ import annotations

POSTER = {"width": 2000, "height": 3000}
SEASON_POSTER = {"width": 1000, "height": 1500}
BACKDROP = {"width": 3840, "height": 2160}
STILL = {"width": 1920, "height": 1080}
LOGO = {"width": 1000, "height": 400}
PROFILE = {"width": 1000, "height": 1500}
