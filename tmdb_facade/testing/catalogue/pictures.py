"""The pictures of a catalogue: what the image of each path shows, and its size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from .records import Episode, Image, Movie, Season, Series, TranslatedText

if TYPE_CHECKING:
    from .catalogue_data import CatalogueData

Kind: TypeAlias = Literal["backdrop", "logo", "poster", "profile", "still"]

# Width and height in pixels of images of which only the path is known.
USUAL_SIZES: Mapping[Kind, tuple[int, int]] = {
    "backdrop": (1920, 1080),
    "logo": (500, 250),
    "poster": (1000, 1500),
    "profile": (1000, 1500),
    "still": (1920, 1080),
}


class Picture(NamedTuple):
    """What an image shows.

    Attributes:
        title: The English name of the record.
        record: The kind and id of the record, such as `movie 550`.
        width: The width of the original in pixels.
        height: The height of the original in pixels.
    """

    title: str
    record: str
    width: int
    height: int


def pictures_of(catalogue: CatalogueData) -> Mapping[str, Picture]:
    """Return the pictures of a catalogue by path, such as `/abc.jpg`.

    A path that several records share has the picture of the first one.
    """
    pictures: dict[str, Picture] = {}
    for path, picture in _pictures(catalogue):
        pictures.setdefault(path, picture)
    return pictures


def _pictures(catalogue: CatalogueData) -> Iterator[tuple[str, Picture]]:
    for movie in catalogue.movies.values():
        yield from _of_title(movie, _english(movie.translations) or movie.original_title, f"movie {movie.id}")
    for series in catalogue.series.values():
        name = _english(series.translations) or series.original_name
        yield from _of_title(series, name, f"tv {series.id}")
        for season in series.seasons:
            yield from _of_season(season, f"{name}: {season.name}")
            for episode in catalogue.episodes[season.id]:
                yield from _of_episode(episode, f"{name} {season.number}x{episode.number:02}")
    for person in catalogue.people.values():
        yield from _of_images(person.profiles, person.name, f"person {person.id}")
        yield from _of_path(person.profile_path, "profile", person.name, f"person {person.id}")
    for collection in catalogue.collections.values():
        name, record = collection.names.get("en", ""), f"collection {collection.id}"
        yield from _of_images((*collection.posters, *collection.backdrops), name, record)
        yield from _of_path(collection.poster_path, "poster", name, record)
        yield from _of_path(collection.backdrop_path, "backdrop", name, record)
    for kind, companies in (("company", catalogue.companies), ("network", catalogue.networks)):
        for company in companies.values():
            for logo in company.logos:
                # TMDB answers with the path of a PNG even if the original is an SVG.
                stem = logo.path.rpartition(".")[0]
                for path in {logo.path, f"{stem}{logo.type}"}:
                    yield path, Picture(company.name, f"{kind} {company.id}", logo.width, logo.height)
            yield from _of_path(company.logo_path, "logo", company.name, f"{kind} {company.id}")
    for provider in catalogue.providers.values():
        yield provider.logo_path, Picture(provider.name, f"provider {provider.id}", 500, 500)


def _of_title(title: Movie | Series, name: str, record: str) -> Iterator[tuple[str, Picture]]:
    yield from _of_images((*title.posters, *title.backdrops, *title.logos), name, record)


def _of_season(season: Season, name: str) -> Iterator[tuple[str, Picture]]:
    yield from _of_images(season.posters, name, f"season {season.id}")
    yield from _of_path(season.poster_path, "poster", name, f"season {season.id}")


def _of_episode(episode: Episode, name: str) -> Iterator[tuple[str, Picture]]:
    yield from _of_images(episode.stills, name, f"episode {episode.id}")


def _of_images(images: Iterable[Image], name: str, record: str) -> Iterator[tuple[str, Picture]]:
    for image in images:
        yield image.path, Picture(name, record, image.width, image.height)


def _of_path(path: str | None, kind: Kind, name: str, record: str) -> Iterator[tuple[str, Picture]]:
    if path is not None:
        yield path, Picture(name, record, *USUAL_SIZES[kind])


def _english(translations: Iterable[TranslatedText]) -> str:
    return next((text.title for text in translations if text.language == "en" and text.title), "")
