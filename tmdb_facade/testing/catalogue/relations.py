"""Whether a catalogue's records hang together: what one refers to exists, and nothing is said twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from .records import Image, Movie, Offers, Season, Series, Titled
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
        *_of_series(catalogue),
        *_of_credits(catalogue),
        *_of_the_rest(catalogue),
    ]


def orphans(catalogue: Catalogue) -> list[str]:
    """Say what is in a catalogue for nothing: people without a credit, collections without a film.

    Args:
        catalogue: The catalogue to look at.

    Returns:
        One line for each, naming the record. A server answers from it all the same.
    """
    collections = {movie.collection for movie in catalogue.movies.values()}
    return [
        *(f"person {number}: has no credit" for number in catalogue.people if not catalogue.credits_of[number]),
        *(
            f"collection {number}: no film belongs to it"
            for number in catalogue.collections
            if number not in collections
        ),
    ]


def _of_movies(catalogue: Catalogue) -> Iterator[str]:
    for movie in catalogue.movies.values():
        where = f"movie {movie.id}"
        yield from _of_title(catalogue, movie, where)
        yield from _unknown(where, "person", (credit.person for credit in movie.credits), catalogue.people)
        yield from _unknown(where, "collection", [movie.collection] if movie.collection else [], catalogue.collections)
        yield from _wrong_genres(catalogue, movie, "movie", where)
        yield from _unknown(where, "country", movie.releases, catalogue.countries)
    yield from _repeated("IMDb id", (movie.imdb_id for movie in catalogue.movies.values() if movie.imdb_id))
    titles: list[Movie | Series] = [*catalogue.movies.values(), *catalogue.series.values()]
    yield from _repeated("review id", (review.id for title in titles for review in title.reviews))


def _of_series(catalogue: Catalogue) -> Iterator[str]:
    for series in catalogue.series.values():
        where = f"series {series.id}"
        yield from _of_title(catalogue, series, where)
        creators = (creator.person for creator in series.creators)
        people = (*(credit.person for credit in series.credits), *creators)
        yield from _unknown(where, "person", people, catalogue.people)
        yield from _unknown(where, "network", series.networks, catalogue.networks)
        yield from _wrong_genres(catalogue, series, "tv", where)
        yield from _unknown(where, "language", series.languages, catalogue.languages)
        yield from _unknown(where, "country", series.content_ratings, catalogue.countries)
        numbers = {season.number for season in series.seasons}
        yield from _unknown(where, "season", (number for role in series.cast for number in role.seasons), numbers)
        yield from _repeated(f"{where}: season", (season.number for season in series.seasons))
        yield from _of_groups(catalogue, series, where)
        for season in series.seasons:
            yield from _of_season(catalogue, season, f"{where}, season {season.number}")
    yield from _repeated("season id", (season.id for series in catalogue.series.values() for season in series.seasons))
    yield from _repeated("episode id", (episode.id for season in catalogue.episodes.values() for episode in season))


def _of_season(catalogue: Catalogue, season: Season, where: str) -> Iterator[str]:
    yield from _offered(catalogue, season.watch_providers, where)
    yield from _repeated(f"{where}: episode", (episode.number for episode in season.episodes))
    if len(season.episodes) > season.episode_count:
        yield f"{where}: it has {len(season.episodes)} episodes and says {season.episode_count}"
    for episode in season.episodes:
        people = (credit.person for credit in episode.credits)
        yield from _unknown(f"{where}, episode {episode.number}", "person", people, catalogue.people)


def _of_groups(catalogue: Catalogue, series: Series, where: str) -> Iterator[str]:
    known = {(season.number, episode.number) for season in series.seasons for episode in catalogue.episodes[season.id]}
    for group in series.episode_groups:
        yield from _unknown(where, "episode", (place for part in group.parts for place in part.episodes), known)
        yield from _unknown(where, "network", [group.network] if group.network else [], catalogue.networks)


def _of_credits(catalogue: Catalogue) -> Iterator[str]:
    # The credits of episodes are told apart here: one may stand in many of them, for one person.
    credit_ids = [held.credit.credit_id for credits in catalogue.credits_of.values() for held in credits]
    yield from _repeated("credit id", credit_ids)
    for series in catalogue.series.values():
        for season in series.seasons:
            for episode in season.episodes:
                for credit in episode.credits:
                    held = catalogue.credits_by_id[credit.credit_id]
                    if held.credit.person != credit.person:
                        yield f"credit id {credit.credit_id} is of the people {held.credit.person} and {credit.person}"


def _of_title(catalogue: Catalogue, title: Movie | Series, where: str) -> Iterator[str]:
    yield from _unknown(where, "country", (*title.origin_countries, *title.production_countries), catalogue.countries)
    yield from _unknown(where, "language", (title.original_language, *title.spoken_languages), catalogue.languages)
    yield from _unknown(where, "language", (text.language for text in title.translations), catalogue.languages)
    yield from _unknown(where, "country", (text.country for text in title.translations), catalogue.countries)
    yield from _repeated(f"{where}: translation", (f"{text.language}-{text.country}" for text in title.translations))
    yield from _unknown(where, "company", title.companies, catalogue.companies)
    yield from _unknown(where, "keyword", title.keywords, catalogue.keywords)
    yield from _unknown(where, "country", (other.country for other in title.alternative_titles), _any_country)
    yield from _offered(catalogue, title.watch_providers, where)
    yield from _of_images(title, where)
    if not 0 <= title.vote_average <= 10:
        yield f"{where}: a vote average of {title.vote_average} is not between 0 and 10"
    if title.vote_average and not title.vote_count:
        yield f"{where}: a vote average without votes"


def _offered(catalogue: Catalogue, by_country: Mapping[str, Offers], where: str) -> Iterator[str]:
    yield from _unknown(where, "country", by_country, catalogue.countries)
    offered = (number for offers in by_country.values() for held in offers.by_way().values() for number in held)
    yield from _unknown(where, "provider", offered, catalogue.providers)


def _of_images(title: Titled, where: str) -> Iterator[str]:
    images: list[Image] = [*title.posters, *title.backdrops]
    yield from _repeated(f"{where}: picture", (image.path for image in images))
    for image in images:
        if not image.path.startswith("/"):
            yield f"{where}: the picture {image.path} has no path that starts with a slash"
        if (image.language is None) != (image.country is None):
            yield f"{where}: the picture {image.path} has a language without a country, or the other way round"


def _of_the_rest(catalogue: Catalogue) -> Iterator[str]:
    for made in catalogue.lists.values():
        yield from _unknown(f"list {made.id}", "movie", made.movies, catalogue.movies)
        yield from _unknown(f"list {made.id}", "series", made.series, catalogue.series)
    for company in (*catalogue.companies.values(), *catalogue.networks.values()):
        yield from _unknown(
            f"company {company.id}", "company", [company.parent] if company.parent else [], catalogue.companies
        )
    for person in catalogue.people.values():
        for image in person.tagged_images:
            kind: Mapping[int, Movie | Series] = catalogue.movies if image.media_type == "movie" else catalogue.series
            yield from _unknown(f"person {person.id}", image.media_type, [image.media], kind)


def _wrong_genres(catalogue: Catalogue, title: Movie | Series, kind: str, where: str) -> Iterator[str]:
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
