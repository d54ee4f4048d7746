"""The models of TMDB's answers, under stable names.

    from tmdb_facade.models import Movie, MovieDetails

    def year(movie: Movie) -> int | None:
        return movie.release_date.year if movie.release_date else None

- Rows of lists: `Movie`, `TVShow`, `Person`, `Season`, `Episode`, `Company`, `Collection`, `Keyword` and so on.
- Details: `MovieDetails`, `TVDetails`, `SeasonDetails`, `EpisodeDetails`, `PersonDetails`, `CollectionDetails` and
  `CompanyDetails`. `MovieDetails[MovieHasCredits]` has the appended block `credits`; the markers are in
  `tmdb_facade.types`.
- Pages of lists, such as `MoviePage`, with `results`, `total_pages` and `total_results`.
- Unions of several kinds, such as `MultiSearchResult`. Use `match`, `isinstance` or `media_type`, which is a constant of
  each class, to tell them apart. `UnknownMedia` has the media type that TMDB sent in `kind`.

Models are attrs classes: they compare by value, have the hash of their class and id, and can be pickled. `to_dict()`,
`to_json()`, `from_dict()`, `from_json()` and `replace()` keep appended blocks. Dates are `datetime.date`, times are
aware `datetime` objects, and lists are never None. A field without `| None` was in every recent recorded answer; if TMDB
omits it all the same, it is None, and a `DriftWarning` names it.

These are the generated models; a model is imported when its name is first used.
"""

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tmdb_bindings.models import *  # noqa: F403  (every model, and those to come)
else:
    from tmdb_facade import (
        _lazy,
        errors,  # noqa: F401  (the models raise them)
    )

    __getattr__, __dir__, __all__ = _lazy.lazy_exports(__name__)
