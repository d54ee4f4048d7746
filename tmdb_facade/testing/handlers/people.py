"""People: details, popular people, and all person routes."""

from __future__ import annotations

from functools import partial

from tmdb_facade.testing.catalogue.records import Movie, Person, Series, TaggedImage, TranslatedText
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import edits, list_rows, person_credits, shared
from .list_rows import fields, listed_person_row, mixed_row, person_row
from .lookup import newest, on, person_of
from .paging import page


def popular(context: RequestContext) -> JSONObject:
    """Return all people, most popular first."""
    locale, catalogue = context.locale, context.catalogue
    people = [person for person in catalogue.people.values() if not person.adult]
    return page(context, people, lambda person: listed_person_row(person, catalogue, locale))


def details(context: RequestContext) -> JSONObject:
    """Return a person's details, with name and biography in the request's language."""
    person = person_of(context)
    row = person_row(person, context.locale)
    del row["original_name"]
    return {
        **row,
        **fields(person, "also_known_as", "birthday", "deathday", "homepage", "imdb_id", "place_of_birth"),
        "biography": person.biographies.get(context.locale.language, ""),
    }


def latest(context: RequestContext) -> JSONObject:
    """Return the details of the person with the highest id.

    Raises:
        Refusal: The catalogue has no people (404, code 34).
    """
    return details(context._replace(path={"person_id": newest(context.catalogue.people)}))


def external_ids(context: RequestContext, person: Person) -> JSONObject:
    """Return the person's external ids."""
    ids = person.external_ids
    return {
        "id": person.id,
        "freebase_mid": ids.freebase_mid,
        "imdb_id": person.imdb_id,
        **list_rows.external_ids(ids, "freebase", "tvrage", "wikidata", "facebook", "instagram"),
        **list_rows.external_ids(ids, "tiktok", "twitter", "youtube"),
    }


def images(context: RequestContext, person: Person) -> JSONObject:
    """Return the person's images, best first. Languages do not filter them."""
    return {"id": person.id, "profiles": shared.images(context._replace(query={}), person.profiles)}


def tagged_images(context: RequestContext, person: Person) -> JSONObject:
    """Return all tagged images, always on page 0."""
    return {
        "id": person.id,
        "page": 0,
        "results": [_tagged(context, image) for image in person.tagged_images],
        "total_pages": 1 if person.tagged_images else 0,
        "total_results": len(person.tagged_images),
    }


def translations(context: RequestContext, person: Person) -> JSONObject:
    """Return the name and biography in every language. The English name is a translation if it is not the original one.

    The primary translation of a language is that of its main country.
    """
    languages = context.catalogue.languages
    names = {"en-US": person.name, **person.names} if person.original_name else person.names
    biographies = {f"{code}-{languages[code].country}": text for code, text in person.biographies.items()}
    texts: list[TranslatedText] = []
    for code in {**biographies, **names}:
        language, _, country = code.partition("-")
        name, biography = names.get(code, ""), biographies.get(code, "")
        texts.append(TranslatedText(language=language, country=country, title=name, overview=biography))

    def data(text: TranslatedText) -> JSONObject:
        primary = text.country == languages[text.language].country
        return {"biography": text.overview, "name": text.title, "primary": primary}

    return shared.translations(context, person.id, texts, data)


def _tagged(context: RequestContext, image: TaggedImage) -> JSONObject:
    catalogue = context.catalogue
    media = catalogue.movies[image.media] if image.media_type == "movie" else catalogue.series[image.media]
    return {
        **shared.image_row(image),
        **fields(image, "id", "image_type", "media_type"),
        "media": mixed_row(media, catalogue, context.locale),
    }


PERSON = "/3/person/{person_id}"

ROUTES = (
    Route("GET", "/3/person/latest", latest, max_age=0),
    Route("GET", "/3/person/popular", popular),
    Route("GET", PERSON, details, appends=True, fixed=True),
    Route("GET", f"{PERSON}/changes", on(person_of, edits.changes), max_age=600),
    Route("GET", f"{PERSON}/combined_credits", person_credits.combined_credits),
    Route("GET", f"{PERSON}/external_ids", on(person_of, external_ids)),
    Route("GET", f"{PERSON}/images", on(person_of, images)),
    Route("GET", f"{PERSON}/movie_credits", partial(person_credits.credits_of, Movie)),
    Route("GET", f"{PERSON}/tagged_images", on(person_of, tagged_images)),
    Route("GET", f"{PERSON}/translations", on(person_of, translations)),
    Route("GET", f"{PERSON}/tv_credits", partial(person_credits.credits_of, Series)),
)
