"""The short forms in which details name what else is there: genres, companies, networks, countries, languages."""

from __future__ import annotations

from collections.abc import Iterable

from .call import JSONObject
from .catalogue import Catalogue
from .catalogue.reference import Company
from .language import Locale, name_in


def genres(catalogue: Catalogue, numbers: Iterable[int], locale: Locale) -> list[JSONObject]:
    """Genres by their names in a language."""
    return [{"id": number, "name": name_in(catalogue.genres[number].names, locale)} for number in numbers]


def company(one: Company) -> JSONObject:
    """A company or network."""
    return {"id": one.id, "logo_path": one.logo_path, "name": one.name, "origin_country": one.origin_country}


def countries(catalogue: Catalogue, codes: Iterable[str]) -> list[JSONObject]:
    """Countries by their English names."""
    return [{"iso_3166_1": code, "name": catalogue.countries[code].english_name} for code in codes]


def languages(catalogue: Catalogue, codes: Iterable[str]) -> list[JSONObject]:
    """Languages by their English and their own names."""
    spoken = [catalogue.languages[code] for code in codes]
    return [{"english_name": one.english_name, "iso_639_1": one.code, "name": one.name} for one in spoken]
