"""Check that a catalogue is as complete as the built-in one.

A thin record has what recorded answers contain. It lacks nothing but a title and a text in each language of the catalogue, or no
text at all; it has no tagline, since ours would look like a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .records import Movie, Series, TranslatedText
from .store import Catalogue

LANGUAGES = ("en-US", "de-DE", "fr-FR", "es-ES")
MINIMUM_CAST = 5


def gaps(catalogue: Catalogue) -> list[str]:
    """List what the records of a catalogue lack, compared with the built-in ones.

    Gaps are not problems: a server accepts a catalogue with gaps.

    Args:
        catalogue: The catalogue to check.

    Returns:
        One line per gap, naming the record; empty for the built-in catalogue.
    """
    return [
        *(f"movie {movie.id}: {gap}" for movie in catalogue.movies.values() for gap in _of_movie(movie)),
        *(f"series {series.id}: {gap}" for series in catalogue.series.values() for gap in _of_series(series)),
        *_of_jobs(catalogue),
    ]


def _of_movie(movie: Movie) -> Iterator[str]:
    if movie.thin:
        yield from _of_thin(movie)
        return
    yield from _of_translations(movie.translations)
    yield from _missing(movie, "release_date", "runtime", "posters", "backdrops")
    if len(movie.cast) < MINIMUM_CAST:
        yield f"needs a cast of at least {MINIMUM_CAST}, got {len(movie.cast)}"
    if all(job.job != "Director" for job in movie.crew):
        yield "has no Director in its crew"


def _of_series(series: Series) -> Iterator[str]:
    if series.thin:
        yield from _of_thin(series)
        return
    yield from _of_translations(series.translations)
    yield from _missing(series, "first_air_date", "posters", "backdrops")


def _of_thin(title: Movie | Series) -> Iterator[str]:
    if any(text.overview for text in title.translations):
        yield from _of_translations(title.translations)
    if any(text.tagline for text in title.translations):
        yield "has a tagline, but is thin"


def _missing(title: Movie | Series, *names: str) -> Iterator[str]:
    return (f"has no {name}" for name in names if not getattr(title, name))


def _of_translations(translations: Iterable[TranslatedText]) -> Iterator[str]:
    overviews = {f"{text.language}-{text.country}": text.overview for text in translations}
    texts: set[str] = set()
    for language in LANGUAGES:
        overview = overviews.get(language)
        if not overview:
            yield f"has no overview in {language}"
        elif overview in texts:
            yield f"has the same overview in {language} as in another language"
        else:
            texts.add(overview)


def _of_jobs(catalogue: Catalogue) -> Iterator[str]:
    known = {(department.name, job) for department in catalogue.departments for job in department.jobs}
    for movie in catalogue.movies.values():
        for job in movie.crew:
            if (job.department, job.job) not in known:
                yield f"movie {movie.id}: departments.json has no job {job.job!r} of the department {job.department!r}"
