"""Whether a catalogue's records hang together: what one refers to exists, and nothing is said twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from .records import Movie, Picture, Show, Titled
from .store import Catalogue


def problems(catalogue: Catalogue) -> list[str]:
    """Say what is wrong with a catalogue.

    Args:
        catalogue: The catalogue to look at.

    Returns:
        One line for each thing that is wrong, naming the record; none when all relations hold.
    """
    return [
        *_of_movies(catalogue),
        *_of_shows(catalogue),
        *_of_the_rest(catalogue),
    ]


def _of_movies(catalogue: Catalogue) -> Iterator[str]:
    credit_ids: list[str] = []
    for movie in catalogue.movies.values():
        where = f"movie {movie.id}"
        yield from _of_title(catalogue, movie, where)
        yield from _unknown(where, "person", (credit.person for credit in movie.credits), catalogue.people)
        yield from _unknown(where, "company", movie.companies, catalogue.companies)
        yield from _unknown(where, "keyword", movie.keywords, catalogue.keywords)
        yield from _unknown(where, "collection", [movie.collection] if movie.collection else [], catalogue.collections)
        yield from _wrong_genres(catalogue, movie, "movie", where)
        yield from _unknown(where, "country", {*movie.releases, *movie.watch_providers}, catalogue.countries)
        yield from _unknown(where, "country", (title.country for title in movie.alternative_titles), _any_country)
        offered = {
            provider
            for offers in movie.watch_providers.values()
            for kind in (offers.flatrate, offers.free, offers.ads, offers.rent, offers.buy)
            for provider in kind
        }
        yield from _unknown(where, "provider", offered, catalogue.providers)
        credit_ids += [credit.credit_id for credit in movie.credits]
    for show in catalogue.shows.values():
        credit_ids += [credit.credit_id for credit in show.cast]
    yield from _repeated("credit id", credit_ids)
    yield from _repeated("IMDb id", (movie.imdb_id for movie in catalogue.movies.values() if movie.imdb_id))
    yield from _repeated("review id", (review.id for movie in catalogue.movies.values() for review in movie.reviews))


def _of_shows(catalogue: Catalogue) -> Iterator[str]:
    for show in catalogue.shows.values():
        where = f"series {show.id}"
        yield from _of_title(catalogue, show, where)
        people = (*(credit.person for credit in show.cast), *show.creators)
        yield from _unknown(where, "person", people, catalogue.people)
        yield from _unknown(where, "company", show.companies, catalogue.companies)
        yield from _unknown(where, "network", show.networks, catalogue.networks)
        yield from _wrong_genres(catalogue, show, "tv", where)
        yield from _unknown(where, "language", show.languages, catalogue.languages)
        yield from _repeated(f"{where}: season", (season.number for season in show.seasons))


def _of_title(catalogue: Catalogue, title: Movie | Show, where: str) -> Iterator[str]:
    yield from _unknown(where, "country", (*title.origin_countries, *title.production_countries), catalogue.countries)
    yield from _unknown(where, "language", (title.original_language, *title.spoken_languages), catalogue.languages)
    yield from _unknown(where, "language", (text.language for text in title.translations), catalogue.languages)
    yield from _unknown(where, "country", (text.country for text in title.translations), catalogue.countries)
    yield from _repeated(f"{where}: translation", (f"{text.language}-{text.country}" for text in title.translations))
    yield from _of_pictures(title, where)
    if not 0 <= title.vote_average <= 10:
        yield f"{where}: a vote average of {title.vote_average} is not between 0 and 10"
    if title.vote_average and not title.vote_count:
        yield f"{where}: a vote average without votes"


def _of_pictures(title: Titled, where: str) -> Iterator[str]:
    pictures: list[Picture] = [*title.posters, *title.backdrops]
    yield from _repeated(f"{where}: picture", (picture.path for picture in pictures))
    for picture in pictures:
        if not picture.path.startswith("/"):
            yield f"{where}: the picture {picture.path} has no path that starts with a slash"
        if (picture.language is None) != (picture.country is None):
            yield f"{where}: the picture {picture.path} has a language without a country, or the other way round"


def _of_the_rest(catalogue: Catalogue) -> Iterator[str]:
    for made in catalogue.lists.values():
        yield from _unknown(f"list {made.id}", "movie", made.movies, catalogue.movies)
    for collection in catalogue.collections.values():
        if not any(movie.collection == collection.id for movie in catalogue.movies.values()):
            yield f"collection {collection.id}: no film belongs to it"
    credited = {person for person, held in catalogue.credits_of.items() if held}
    created = {person for show in catalogue.shows.values() for person in show.creators}
    for person in catalogue.people:
        if person not in credited and person not in created:
            yield f"person {person}: has no credit"


def _wrong_genres(catalogue: Catalogue, title: Movie | Show, kind: str, where: str) -> Iterator[str]:
    yield from _unknown(where, f"{kind} genre", title.genres, {g.id for g in catalogue.genres.values() if kind in g.of})


class _AnyCountry:
    """Alternative titles come from everywhere; only the form of the code is known."""

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and len(code) == 2 and code.isupper()


_any_country = _AnyCountry()


def _unknown(where: str, kind: str, named: Iterable[object], known: Container[object]) -> Iterator[str]:
    for name in dict.fromkeys(named):
        if name not in known:
            yield f"{where}: the {kind} {name} is not in the catalogue"


def _repeated(what: str, values: Iterable[object]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"{what} {value} occurs {times} times"
