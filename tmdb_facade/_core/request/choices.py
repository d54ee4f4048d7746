"""Types of parameters that take a vocabulary of TMDB's answers: a member of its enum, or one of its values.

TMDB's document describes these parameters as any text; those that it describes exactly have such a type in the bindings.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from tmdb_bindings.models import (
    BackdropSize,
    EpisodeGroupType,
    ImageKind,
    LogoSize,
    PosterSize,
    ProfileSize,
    ReleaseType,
    StillSize,
    TVStatus,
    TVType,
)

#: A size of backdrops; the next types are those of the other kinds of images.
BackdropSizeLike: TypeAlias = BackdropSize | Literal["w300", "w780", "w1280", "original"]
LogoSizeLike: TypeAlias = LogoSize | Literal["w45", "w92", "w154", "w185", "w300", "w500", "original"]
PosterSizeLike: TypeAlias = PosterSize | Literal["w92", "w154", "w185", "w342", "w500", "w780", "original"]
ProfileSizeLike: TypeAlias = ProfileSize | Literal["w45", "w185", "h632", "original"]
StillSizeLike: TypeAlias = StillSize | Literal["w92", "w185", "w300", "original"]
#: A kind of image.
ImageKindLike: TypeAlias = ImageKind | Literal["backdrop", "logo", "poster", "profile", "still"]

#: A kind of episode order, or its number.
EpisodeGroupTypeLike: TypeAlias = EpisodeGroupType | Literal[1, 2, 3, 4, 5, 6, 7]
#: A release type, or its number.
ReleaseTypeLike: TypeAlias = ReleaseType | Literal[1, 2, 3, 4, 5, 6]
#: A status of a TV series, its word, or its number: 0 returning, 1 planned, 2 in production, 3 ended, 4 canceled, 5 pilot.
TVStatusLike: TypeAlias = (
    TVStatus
    | Literal["Returning Series", "Planned", "In Production", "Ended", "Canceled", "Pilot"]
    | Literal[0, 1, 2, 3, 4, 5]
)
#: A kind of TV series, its word, or its number: 0 documentary, 1 news, 2 miniseries, 3 reality, 4 scripted, 5 talk show,
#: 6 video.
TVTypeLike: TypeAlias = (
    TVType
    | Literal["Documentary", "News", "Miniseries", "Reality", "Scripted", "Talk Show", "Video"]
    | Literal[0, 1, 2, 3, 4, 5, 6]
)

#: The numbers by which filters know the statuses and kinds of TV series, which are words in answers.
STATUS_NUMBERS = {"Returning Series": 0, "Planned": 1, "In Production": 2, "Ended": 3, "Canceled": 4, "Pilot": 5}
TYPE_NUMBERS = {
    "Documentary": 0,
    "News": 1,
    "Miniseries": 2,
    "Reality": 3,
    "Scripted": 4,
    "Talk Show": 5,
    "Video": 6,
}
