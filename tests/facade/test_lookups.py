"""Look-ups of certifications and release dates by country, in appended blocks and answers of their own."""

from __future__ import annotations

import copy
import datetime
import pickle
from typing import Any

import pytest

from tmdb_facade.errors import InvalidArgumentError
from tmdb_facade.models import ContentRating, ContentRatings, CountryReleaseDates, MovieReleaseDates, ReleaseDate
from tmdb_facade.types import CountryCertification, ReleaseType


def release(type_: int, certification: str, day: str, note: str | None = "", *reasons: str) -> ReleaseDate:
    """Return a release as TMDB sends it."""
    date = datetime.datetime.fromisoformat(f"{day}T00:00:00+00:00")
    return ReleaseDate(
        type=ReleaseType(type_), certification=certification, release_date=date, note=note, descriptors=list(reasons)
    )


def release_dates(**countries: list[ReleaseDate]) -> MovieReleaseDates:
    """Return the release dates of a movie in some countries."""
    return MovieReleaseDates(
        results=[CountryReleaseDates(iso_3166_1=code, release_dates=found) for code, found in countries.items()]
    )


def content_ratings(*rows: tuple[str, str]) -> ContentRatings:
    """Return the content ratings of a series."""
    return ContentRatings(results=[ContentRating(iso_3166_1=country, rating=rating) for country, rating in rows])


# Releases that TMDB has recorded for real movies, of which more than one has a certification.
FRANCE = [
    release(3, "16", "1999-11-10"),
    release(3, "", "2019-05-15", "Re-release"),
    release(4, "16", "2011-09-08", "VOD"),
    release(4, "18", "2019-07-18", "Prime Video"),
    release(5, "16", "2000-11-15", "DVD"),
]
SINGAPORE = [release(3, "PG13", "2021-12-02", "(re-release) (IMAX)"), release(3, "PG", "1999-04-22")]
VIRGIN_ISLANDS = [
    release(4, "PG-13", "2024-03-01", "Disney+"),
    release(4, "PG-13", "2022-05-17"),
    release(6, "R", "2024-03-20", "FX"),
]


@pytest.mark.parametrize(
    ("releases", "certification"),
    [
        pytest.param(FRANCE, "16", id="cinema"),
        pytest.param(SINGAPORE, "PG", id="without note"),
        pytest.param(VIRGIN_ISLANDS, "PG-13", id="digital before TV"),
        pytest.param([release(3, " ", "1999-01-01"), release(5, "12", "2001-01-01")], "12", id="empty in cinemas"),
        pytest.param([release(2, "R", "1999-01-01"), release(3, "15", "1999-06-01")], "15", id="limited before all"),
        pytest.param([release(1, "18", "1999-01-01"), release(6, "16", "2009-01-01")], "16", id="premiere last"),
        pytest.param([release(1, "18", "1999-01-01"), release(9, "16", "1998-01-01")], "18", id="new kind after all"),
        pytest.param([release(3, "15", "2024-03-15"), release(3, "18", "1999-11-12")], "18", id="the earliest"),
        pytest.param([release(3, "15", "2024-03-15", None), release(3, "18", "1999-11-12", "x")], "15", id="null note"),
    ],
)
def test_certification_of_several_releases(releases: list[ReleaseDate], certification: str) -> None:
    for order in (releases, releases[::-1]):
        found = release_dates(FR=order).certification("FR")
        assert found is not None
        assert (found.country, found.certification) == ("FR", certification)


def test_certification_falls_back_to_other_countries_in_order() -> None:
    dates = release_dates(
        US=[release(3, "", "1999-01-01")], GB=[release(3, "18", "1999-01-01", "", "violence")], FR=FRANCE
    )
    assert dates.certification("US", "GB", "FR") == CountryCertification("GB", "18", ("violence",))
    assert dates.certification("US", "FR", "GB") == CountryCertification("FR", "16")
    assert dates.certification("US", "ZZ") is None
    assert release_dates().certification("US") is None


def test_certification_reads_every_entry_of_a_country() -> None:
    twice = MovieReleaseDates(
        results=[
            CountryReleaseDates(iso_3166_1="US", release_dates=[]),
            CountryReleaseDates(iso_3166_1="US", release_dates=[release(3, "R", "1999-01-01")]),
        ]
    )
    assert twice.certification("US") == CountryCertification("US", "R")


def test_certification_of_a_series() -> None:
    ratings = content_ratings(("US", ""), ("DE", "16"), ("US", "TV-MA"), ("US", "TV-14"))
    assert ratings.certification("US", "DE") == CountryCertification("US", "TV-MA")
    assert ratings.certification("GB", "DE") == CountryCertification("DE", "16")
    assert ratings.certification("GB") is None


def test_date_is_the_earliest_of_the_kinds() -> None:
    dates = release_dates(FR=FRANCE[::-1], SG=SINGAPORE)
    assert dates.date("FR") == datetime.date(1999, 11, 10)
    assert dates.date("FR", ReleaseType.DIGITAL) == dates.date("FR", 4) == datetime.date(2011, 9, 8)
    assert dates.date("FR", ReleaseType.PHYSICAL, ReleaseType.DIGITAL) == datetime.date(2000, 11, 15)
    assert type(dates.date("SG")) is datetime.date
    assert dates.date("SG", ReleaseType.DIGITAL) is None
    assert dates.date("US") is None


def test_releases_are_sorted_by_date() -> None:
    dates = release_dates(FR=FRANCE, SG=SINGAPORE)
    assert [one.note for one in dates.releases("FR", ReleaseType.DIGITAL)] == ["VOD", "Prime Video"]
    assert dates.releases("SG") == SINGAPORE[::-1]
    assert len(dates.releases("FR")) == len(FRANCE)
    assert dates.releases("US") == []
    assert dates.results[0].release_dates == FRANCE


def test_releases_take_a_kind_that_tmdb_has_added() -> None:
    dates = release_dates(US=[release(9, "", "1999-01-01")])
    assert dates.date("US", dates.results[0].release_dates[0].type) == datetime.date(1999, 1, 1)


def test_lookups_survive_a_missing_date() -> None:
    """A date that TMDB omits is None, against its type."""
    undated: Any = release(3, "R", "1999-01-01")
    undated.release_date = None
    dates = release_dates(US=[undated, release(3, "", "2000-01-01")])
    assert dates.date("US") == datetime.date(2000, 1, 1)
    assert dates.certification("US") == CountryCertification("US", "R")
    assert release_dates(US=[undated]).date("US") is None


@pytest.mark.parametrize(
    ("country", "message"),
    [
        ("us", "country must be an upper-case ISO 3166-1 code such as 'BR', got 'us'; write 'US'"),
        ("USA", "country must be an upper-case ISO 3166-1 code such as 'BR', got 'USA'"),
        ("", "country must be an upper-case ISO 3166-1 code such as 'BR', got str"),
        (5, "country must be an upper-case ISO 3166-1 code such as 'BR', got 5"),
        (["US"], "country must be an upper-case ISO 3166-1 code such as 'BR', got list"),
    ],
)
def test_wrong_country_is_rejected_even_if_an_earlier_one_has_a_certification(country: Any, message: str) -> None:
    dates = release_dates(US=[release(3, "R", "1999-01-01")])
    calls: list[Any] = [
        lambda: dates.certification("US", country),
        lambda: dates.date(country),
        lambda: dates.releases(country),
        lambda: content_ratings(("US", "TV-MA")).certification("US", country),
    ]
    for call in calls:
        with pytest.raises(InvalidArgumentError) as caught:
            call()
        assert str(caught.value) == message


@pytest.mark.parametrize("kind", [0, 7, True, "3", None])
def test_wrong_kind_of_release_is_rejected(kind: Any) -> None:
    with pytest.raises(
        InvalidArgumentError, match=r"^types must be members of ReleaseType, or numbers from 1 to 6, got"
    ):
        release_dates().date("US", 3, kind)


def test_lookups_know_every_kind_of_release() -> None:
    """Each kind, and no other number, has a place in the order of certifications."""
    dates = release_dates()
    for kind in ReleaseType:
        assert dates.releases("US", kind, int(kind)) == []  # type: ignore[arg-type]  # any integer


def test_models_with_lookups_are_models() -> None:
    dates = release_dates(FR=FRANCE)
    assert pickle.loads(pickle.dumps(dates)) == copy.deepcopy(dates) == dates
    assert set(dates.to_dict()) == {"id", "results"}
    assert not hasattr(dates, "__dict__")
