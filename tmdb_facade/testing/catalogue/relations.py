"""Validate a catalogue's records: references exist, ids are unique, and values are possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from typing import TypeVar
from weakref import WeakSet

from .catalogue_data import CatalogueData, CatalogueError, all_titles
from .records import LARGEST_ID, CountryProviders, Image, Movie, Season, Series, TranslatedText

D = TypeVar("D", bound=CatalogueData)

#: The most episodes of a season. The longest season on TMDB has some thousands.
MOST_EPISODES = 20_000


def problems(catalogue: CatalogueData) -> list[str]:
    """List the problems of a catalogue. A server rejects a catalogue that has any.

    Args:
        catalogue: The catalogue to validate.

    Returns:
        One line per problem, naming the record; empty for a valid catalogue.
    """
    # Generating the episodes of an impossible count could take all memory.
    if impossible := [*_of_ids(catalogue), *_of_episode_counts(catalogue)]:
        return impossible
    return [
        *_of_movies(catalogue),
        *_of_series(catalogue),
        *_of_people(catalogue),
        *_of_credits(catalogue),
        *_of_changes(catalogue),
        *_of_other_records(catalogue),
    ]


# Catalogues without problems: a process may start many servers with the same one.
_VALID: WeakSet[CatalogueData] = WeakSet()


def validate(catalogue: CatalogueData) -> None:
    """Validate a catalogue, once.

    Raises:
        CatalogueError: It has problems.
    """
    if catalogue in _VALID:
        return
    if wrong := problems(catalogue):
        raise CatalogueError("\n".join(["the catalogue is not consistent:", *wrong]))
    _VALID.add(catalogue)


def trust(catalogue: D) -> D:
    """Return a catalogue that is known to have no problems; `validate` does not read it."""
    _VALID.add(catalogue)
    return catalogue


def is_valid(catalogue: CatalogueData) -> bool:
    """Return whether a catalogue is known to have no problems."""
    return catalogue in _VALID


def orphans(catalogue: CatalogueData) -> list[str]:
    """List the unused records of a catalogue: people without a credit, collections without a movie.

    Args:
        catalogue: The catalogue to check.

    Returns:
        One line per record. A server accepts a catalogue with unused records.
    """
    collections = {movie.collection for movie in catalogue.movies.values()}
    return [
        *(f"person {number}: has no credit" for number in catalogue.people if not catalogue.credits_of[number]),
        *(f"collection {number}: has no movie" for number in catalogue.collections if number not in collections),
    ]


def _of_ids(catalogue: CatalogueData) -> Iterator[str]:
    kinds: Mapping[str, Mapping[int, object]] = {
        "movie": catalogue.movies,
        "series": catalogue.series,
        "person": catalogue.people,
        "collection": catalogue.collections,
        "company": catalogue.companies,
        "network": catalogue.networks,
        "keyword": catalogue.keywords,
        "list": catalogue.lists,
    }
    for kind, records in kinds.items():
        for number in records:
            if not 1 <= number <= LARGEST_ID:
                yield f"{kind} {number}: an id must be 1 to {LARGEST_ID}"


def _of_episode_counts(catalogue: CatalogueData) -> Iterator[str]:
    for series in catalogue.series.values():
        for season in series.seasons:
            if not 0 <= season.episode_count <= MOST_EPISODES:
                yield (
                    f"series {series.id}, season {season.number}: episode_count must be 0 to {MOST_EPISODES}, "
                    f"got {season.episode_count}"
                )


def _of_movies(catalogue: CatalogueData) -> Iterator[str]:
    for movie in catalogue.movies.values():
        where = f"movie {movie.id}"
        yield from _of_title(catalogue, movie, where)
        yield from _unknown(where, "person", (credit.person for credit in movie.credits), catalogue.people)
        related = (*(movie.recommendations or ()), *(movie.similar or ()))
        yield from _unknown(where, "movie", related, catalogue.movies)
        yield from _unknown(where, "collection", [movie.collection] if movie.collection else [], catalogue.collections)
        yield from _wrong_genres(catalogue, movie, "movie", where)
        yield from _unknown(where, "country", movie.releases, catalogue.countries)
    yield from _repeated("IMDb id", (movie.imdb_id for movie in catalogue.movies.values() if movie.imdb_id))
    yield from _repeated("review id", (review.id for title in all_titles(catalogue) for review in title.reviews))


def _of_series(catalogue: CatalogueData) -> Iterator[str]:
    for series in catalogue.series.values():
        where = f"series {series.id}"
        yield from _of_title(catalogue, series, where)
        creators = (creator.person for creator in series.creators)
        credits = (*series.credits, *series.other_cast, *series.other_crew)
        people = (*(credit.person for credit in credits), *creators)
        yield from _unknown(where, "person", people, catalogue.people)
        related = (*(series.recommendations or ()), *(series.similar or ()))
        yield from _unknown(where, "series", related, catalogue.series)
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


def _of_season(catalogue: CatalogueData, season: Season, where: str) -> Iterator[str]:
    yield from _of_watch_providers(catalogue, season.watch_providers, where)
    yield from _repeated(f"{where}: episode", (episode.number for episode in season.episodes))
    if len(season.episodes) > season.episode_count:
        yield f"{where}: has {len(season.episodes)} episodes, but episode_count is {season.episode_count}"
    yield from _unknown(where, "person", (credit.person for credit in season.credits), catalogue.people)
    yield from _of_translations(catalogue, season.translations, where)
    yield from _of_images(season.posters, where)
    for episode in season.episodes:
        in_episode = f"{where}, episode {episode.number}"
        people = (credit.person for credit in episode.credits)
        yield from _unknown(in_episode, "person", people, catalogue.people)
        yield from _of_translations(catalogue, episode.translations, in_episode)
        yield from _of_images(episode.stills, in_episode)


def _of_people(catalogue: CatalogueData) -> Iterator[str]:
    for person in catalogue.people.values():
        where = f"person {person.id}"
        yield from _unknown(where, "language", person.biographies, catalogue.languages)
        codes = [code.partition("-") for code in person.names]
        yield from _unknown(where, "language", (language for language, _, _ in codes), catalogue.languages)
        yield from _unknown(where, "country", (country for _, _, country in codes), catalogue.countries)
        for kind, number in person.known_for or ():
            titles: Mapping[int, object] = catalogue.movies if kind == "movie" else catalogue.series
            yield from _unknown(where, kind, [number], titles)
        yield from _of_images((*person.profiles, *person.tagged_images), where)
        for image in person.tagged_images:
            titles = catalogue.movies if image.media_type == "movie" else catalogue.series
            yield from _unknown(where, image.media_type, [image.media], titles)


def _of_groups(catalogue: CatalogueData, series: Series, where: str) -> Iterator[str]:
    known = {(season.number, episode.number) for season in series.seasons for episode in catalogue.episodes[season.id]}
    for group in series.episode_groups:
        yield from _unknown(where, "episode", (place for part in group.parts for place in part.episodes), known)
        yield from _unknown(where, "network", [group.network] if group.network else [], catalogue.networks)


def _of_credits(catalogue: CatalogueData) -> Iterator[str]:
    # Several episodes may share a credit id if it is the credit of one person.
    credit_ids = [entry.credit.credit_id for credits in catalogue.credits_of.values() for entry in credits]
    yield from _repeated("credit id", credit_ids)
    for _, season in catalogue.seasons.values():
        for episode in season.episodes:
            for credit in episode.credits:
                person = catalogue.credits_by_id[credit.credit_id].credit.person
                if person != credit.person:
                    yield f"credit id {credit.credit_id} belongs to person {person} and person {credit.person}"


def _of_title(catalogue: CatalogueData, title: Movie | Series, where: str) -> Iterator[str]:
    yield from _unknown(where, "country", (*title.origin_countries, *title.production_countries), catalogue.countries)
    yield from _unknown(where, "language", (title.original_language, *title.spoken_languages), catalogue.languages)
    yield from _of_translations(catalogue, title.translations, where)
    yield from _unknown(where, "company", title.companies, catalogue.companies)
    yield from _unknown(where, "keyword", title.keywords, catalogue.keywords)
    # Alternative titles also have well-formed country codes that ISO 3166-1 does not list.
    codes = (other.country for other in title.alternative_titles)
    yield from _unknown(where, "country", (code for code in codes if not (len(code) == 2 and code.isupper())), ())
    yield from _of_watch_providers(catalogue, title.watch_providers, where)
    yield from _of_images((*title.posters, *title.backdrops, *title.logos), where)
    if not 0 <= title.vote_average <= 10:
        yield f"{where}: vote_average must be 0 to 10, got {title.vote_average}"
    if title.vote_average and not title.vote_count:
        yield f"{where}: vote_average needs a vote_count of at least 1"


def _of_watch_providers(
    catalogue: CatalogueData, by_country: Mapping[str, CountryProviders], where: str
) -> Iterator[str]:
    yield from _unknown(where, "country", by_country, catalogue.countries)
    provider_ids = (
        number for providers in by_country.values() for numbers in providers.by_type().values() for number in numbers
    )
    yield from _unknown(where, "provider", provider_ids, catalogue.providers)


def _of_translations(catalogue: CatalogueData, texts: Iterable[TranslatedText], where: str) -> Iterator[str]:
    names = [(text.language, text.country) for text in texts]
    yield from _unknown(where, "language", (language for language, _ in names), catalogue.languages)
    yield from _unknown(where, "country", (country for _, country in names), catalogue.countries)
    yield from _repeated(f"{where}: translation", (f"{language}-{country}" for language, country in names))


def _of_images(images: Collection[Image], where: str) -> Iterator[str]:
    yield from _repeated(f"{where}: image", (image.path for image in images))
    for image in images:
        if not image.path.startswith("/"):
            yield f"{where}: the image path {image.path} must start with a slash"
        if image.width < 1 or image.height < 1:
            yield f"{where}: the image {image.path} must be at least 1 x 1, got {image.width} x {image.height}"
        if (image.language is None) != (image.country is None):
            yield f"{where}: the image {image.path} must have both language and country, or neither"


def _of_changes(catalogue: CatalogueData) -> Iterator[str]:
    for record in (*all_titles(catalogue), *catalogue.people.values()):
        where = f"{type(record).__name__.lower()} {record.id}"
        for change in record.all_changes:
            for item in change.items:
                try:
                    _ = item.day
                except ValueError:
                    yield f"{where}: the time of an edit must start with a date such as 2026-01-31, got {item.time!r}"


def _of_other_records(catalogue: CatalogueData) -> Iterator[str]:
    for genre in catalogue.genres.values():
        yield from _without_english(genre.names, f"genre {genre.id}")
    for collection in catalogue.collections.values():
        where = f"collection {collection.id}"
        yield from _without_english(collection.names, where)
        yield from _unknown(where, "language", (*collection.names, *collection.overviews), catalogue.languages)
        yield from _of_images((*collection.posters, *collection.backdrops), where)
    for user_list in catalogue.lists.values():
        yield from _unknown(f"list {user_list.id}", "movie", user_list.movies, catalogue.movies)
        yield from _unknown(f"list {user_list.id}", "series", user_list.series, catalogue.series)
    for company in (*catalogue.companies.values(), *catalogue.networks.values()):
        parents = [company.parent] if company.parent else []
        yield from _unknown(f"company {company.id}", "company", parents, catalogue.companies)


def _without_english(names: Mapping[str, str], where: str) -> Iterator[str]:
    # Other languages fall back to the English name.
    if "en" not in names:
        yield f"{where}: has no English name"


def _wrong_genres(catalogue: CatalogueData, title: Movie | Series, kind: str, where: str) -> Iterator[str]:
    yield from _unknown(where, f"{kind} genre", title.genres, {g.id for g in catalogue.genres.values() if kind in g.of})


def _unknown(where: str, kind: str, references: Iterable[object], known: Container[object]) -> Iterator[str]:
    for name in dict.fromkeys(references):
        if name not in known:
            yield f"{where}: the {kind} {name} is not in the catalogue"


def _repeated(what: str, values: Iterable[object]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"{what} {value} occurs {times} times"
