"""People: details, popular people, and all person routes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import TaggedImage, TranslatedText
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import person_credits, shared
from .list_rows import listed_person_row, mixed_row
from .lookup import newest, person_of
from .paging import page


def popular(context: RequestContext) -> JSONObject:
    """Return all people, most popular first."""
    locale, catalogue = context.locale, context.catalogue
    people = [person for person in catalogue.people.values() if not person.adult]
    return page(context, people, lambda person: listed_person_row(person, catalogue, locale))


def details(context: RequestContext) -> JSONObject:
    """Return a person's details. Biographies are translated, names are not."""
    person = person_of(context)
    return {
        "adult": person.adult,
        "also_known_as": person.also_known_as,
        "biography": person.biographies.get(context.locale.language, ""),
        "birthday": person.birthday,
        "deathday": person.deathday,
        "gender": person.gender,
        "homepage": person.homepage,
        "id": person.id,
        "imdb_id": person.imdb_id,
        "known_for_department": person.department,
        "name": person.name,
        "place_of_birth": person.place_of_birth,
        "popularity": person.popularity,
        "profile_path": person.profile_path,
    }


def latest(context: RequestContext) -> JSONObject:
    """Return the details of the person with the highest id.

    Raises:
        Refusal: The catalogue has no people (404, code 34).
    """
    return details(context._replace(path={"person_id": newest(context.catalogue.people)}))


def changes(context: RequestContext) -> JSONObject:
    """Return the edits in a range of days."""
    return shared.changes(context, person_of(context).changes)


def external_ids(context: RequestContext) -> JSONObject:
    """Return the person's external ids."""
    person = person_of(context)
    ids = person.external_ids
    return {
        "id": person.id,
        "freebase_mid": ids.freebase_mid,
        "freebase_id": ids.freebase,
        "imdb_id": person.imdb_id,
        "tvrage_id": ids.tvrage,
        "wikidata_id": ids.wikidata,
        "facebook_id": ids.facebook,
        "instagram_id": ids.instagram,
        "tiktok_id": ids.tiktok,
        "twitter_id": ids.twitter,
        "youtube_id": ids.youtube,
    }


def images(context: RequestContext) -> JSONObject:
    """Return the person's images, best first. Languages do not filter them."""
    person = person_of(context)
    return {"id": person.id, "profiles": shared.images(context._replace(query={}), person.profiles)}


def tagged_images(context: RequestContext) -> JSONObject:
    """Return all tagged images, always on page 0."""
    person = person_of(context)
    return {
        "id": person.id,
        "page": 0,
        "results": [_tagged(context, image) for image in person.tagged_images],
        "total_pages": 1 if person.tagged_images else 0,
        "total_results": len(person.tagged_images),
    }


def translations(context: RequestContext) -> JSONObject:
    """Return the biography in every language."""
    person, languages = person_of(context), context.catalogue.languages
    texts = [
        TranslatedText(language=language, country=languages[language].country, overview=text)
        for language, text in person.biographies.items()
    ]
    return shared.translations(context, person.id, texts, lambda text: {"biography": text.overview, "name": ""})


def _tagged(context: RequestContext, image: TaggedImage) -> JSONObject:
    catalogue = context.catalogue
    media = catalogue.movies[image.media] if image.media_type == "movie" else catalogue.series[image.media]
    return {
        **shared.image_row(image),
        "id": image.id,
        "image_type": image.image_type,
        "media": mixed_row(media, catalogue, context.locale),
        "media_type": image.media_type,
    }


PERSON = "/3/person/{person_id}"

ROUTES = (
    Route("GET", "/3/person/latest", latest, max_age=0),
    Route("GET", "/3/person/popular", popular),
    Route("GET", PERSON, details, appends=True),
    Route("GET", f"{PERSON}/changes", changes, max_age=600),
    Route("GET", f"{PERSON}/combined_credits", person_credits.combined_credits),
    Route("GET", f"{PERSON}/external_ids", external_ids),
    Route("GET", f"{PERSON}/images", images),
    Route("GET", f"{PERSON}/movie_credits", person_credits.movie_credits),
    Route("GET", f"{PERSON}/tagged_images", tagged_images),
    Route("GET", f"{PERSON}/translations", translations),
    Route("GET", f"{PERSON}/tv_credits", person_credits.tv_credits),
)
