"""Wrong uses, each in one line; the last of the line is what is wrong with it. Never run: see test_typing.py."""

from __future__ import annotations

#: What all lines stand below.
HEADER = """\
import datetime
import httpx
from tmdb_bindings import api

import tmdb_facade
from tmdb_facade import (
    TMDB, AsyncTMDB, CollectionAppend, CompanyAppend, EpisodeAppend, MovieAppend, Pager, PersonAppend, SeasonAppend,
    TVAppend, all_of, any_of, between, localization
)
from tmdb_facade.models import MovieDetails, TVShow
from tmdb_facade.types import Append, MovieHasCredits, PosterSize, TVStatus

tmdb = TMDB()
client = AsyncTMDB()
today = datetime.date.today()
def takes_series(pager: Pager[TVShow]) -> None: ...
def takes_cast(film: MovieDetails[MovieHasCredits]) -> None: ...
def takes_block(block: Append[MovieHasCredits]) -> None: ...
def takes_size(size: PosterSize) -> None: ...
def takes_status(status: TVStatus) -> None: ...
"""

DETAILS = """
tmdb.movies.details(550, lang="de")  # an unknown parameter
tmdb.movies.details(None)  # a parameter of another type
tmdb.movies.details()  # a missing parameter
tmdb.movies.details(550, "de")  # a parameter that has to be named
tmdb.movies.details(550).titel  # an unknown field
tmdb.movies.details(550).tagline.upper()  # a field that can be null
tmdb.movies.details(550).release_date.year  # a date that can be unknown
tmdb.movies.changes(550, start_date="2026-01-01")  # a text in the place of a date
tmdb.movies.titles(550)  # an unknown method
tmdb.films.details(550)  # an unknown namespace
tmdb.tv.seasons.details(1399)  # a season without its number
tmdb.tv.episodes.details(1399, 1)  # an episode without its number
tmdb.tv.details("got")  # only films have ids of IMDb
tmdb.movies.account_states(550).rated.value  # a rating that may be False
tmdb.movies.watch_providers(550).results.flatrate  # providers are by country
tmdb.movies.details(550, languages=[1])  # languages are texts
localization("film")  # texts have no languages
client.movies.details(550).title  # a call that was not awaited
""".strip().splitlines()

APPEND = """
tmdb.movies.details(550).credits  # a block that was not asked for
tmdb.movies.details(550, append=MovieAppend.CREDITS).videos  # another block than was asked for
tmdb.movies.details(550, append=MovieAppend.CREDITS | MovieAppend.VIDEOS).images  # neither of two
tmdb.movies.details(550, append=TVAppend.CREDITS)  # a block of another parent
tmdb.movies.details(550, append=MovieAppend.CREDITS | TVAppend.CREDITS)  # one of them of another parent
tmdb.movies.details(550, append="credits")  # a text in the place of a list
tmdb.movies.details(550, append=MovieAppend.CREDIT)  # an unknown block
tmdb.tv.details(1399).credits  # a block that was not asked for
tmdb.tv.details(1399, append=TVAppend.CREDITS).videos  # another block than was asked for
tmdb.tv.details(1399, append=SeasonAppend.CREDITS)  # a block of another parent
tmdb.tv.details(1399).season(1)  # a season that was not asked for
tmdb.tv.details(1399, append=TVAppend.CREDITS).season(1)  # a season that was not asked for
tmdb.tv.details(1399, seasons=[1]).credits  # a block beside seasons that was not asked for
tmdb.tv.details(1399, seasons=1)  # a number in the place of a list
tmdb.tv.details(1399, seasons=["1"])  # a season's number is a number
tmdb.tv.details(1399, append=TVAppend.season)  # a season without its number
tmdb.tv.seasons.details(1399, 1).credits  # a block that was not asked for
tmdb.tv.seasons.details(1399, 1, append=SeasonAppend.CREDITS).videos  # another block than was asked for
tmdb.tv.seasons.details(1399, 1, append=EpisodeAppend.CREDITS)  # a block of another parent
tmdb.tv.episodes.details(1399, 1, 1).credits  # a block that was not asked for
tmdb.tv.episodes.details(1399, 1, 1, append=EpisodeAppend.CREDITS).videos  # another block than was asked for
tmdb.tv.episodes.details(1399, 1, 1, append=SeasonAppend.CREDITS)  # a block of another parent
tmdb.people.details(287).images  # a block that was not asked for
tmdb.people.details(287, append=PersonAppend.IMAGES).tv_credits  # another block than was asked for
tmdb.people.details(287, append=MovieAppend.IMAGES)  # a block of another parent
tmdb.collections.details(10).images  # a block that was not asked for
tmdb.collections.details(10, append=CollectionAppend.IMAGES).translations  # another block than was asked for
tmdb.collections.details(10, append=CompanyAppend.IMAGES)  # a block of another parent
tmdb.companies.details(1).images  # a block that was not asked for
tmdb.companies.details(1, append=CompanyAppend.IMAGES).movies  # another block than was asked for
tmdb.companies.details(1, append=CollectionAppend.IMAGES)  # a block of another parent
tmdb.networks.details(49, append=["images"])  # a parent that nothing can be appended to
takes_cast(tmdb.movies.details(550))  # a film without the block that is wanted
takes_cast(tmdb.movies.details(550, append=MovieAppend.VIDEOS))  # a film with another block than is wanted
takes_block(MovieAppend.VIDEOS)  # another block than is wanted
""".strip().splitlines()

PAGERS = """
tmdb.movies.popular(page=2)  # pages are asked for on the pager
tmdb.movies.popular()[0]  # a pager is no list
len(tmdb.movies.popular())  # a pager is no list
tmdb.movies.popular().results  # entries are walked over
tmdb.movies.popular().first().title  # a list can be empty
tmdb.movies.popular().limit("5")  # a parameter of another type
tmdb.movies.popular().page()  # a missing parameter
tmdb.movies.popular().total_results()  # a property is not called
tmdb.movies.popular().total_results = 3  # what TMDB says cannot be set
takes_series(tmdb.movies.popular())  # a pager of something else
list(client.movies.popular())  # a list that has to be awaited
client.movies.popular().total_results + 1  # a number that has to be awaited
""".strip().splitlines()

SEARCH = """
tmdb.search.movies()  # a missing parameter
tmdb.search.movies("x", year="1999")  # a parameter of another type
next(iter(tmdb.search.multi("x"))).title  # not every kind has one
next(iter(tmdb.trending.all())).name.upper()  # not every kind has one
tmdb.trending.movies("month")  # an unknown window
tmdb.find.by_id("tt0137523", external_source="imdb")  # an unknown source
tmdb.find.by_id("tt0137523")  # a missing source
tmdb.find.imdb("tt0137523").results  # results are by kind
""".strip().splitlines()

DISCOVER = """
tmdb.discover.movies(genre=28)  # an unknown filter
tmdb.discover.movies(with_genres=28)  # TMDB's name of a filter
tmdb.discover.movies(genres=[28, 12])  # a list, which says neither all nor any
tmdb.discover.movies(genres="28,12")  # a text in the place of numbers
tmdb.discover.movies(genres=all_of("28"))  # texts in the place of numbers
tmdb.discover.movies(genres=between(28, 30))  # a range in the place of values
tmdb.discover.movies(vote_average=7)  # a number in the place of a range
tmdb.discover.movies(vote_average=between("7", "8"))  # a range of texts
tmdb.discover.movies(vote_count=between(7.5, 8.5))  # a range of fractions
tmdb.discover.movies(released=between(1990, 1999))  # years in the place of dates
tmdb.discover.movies(released=between("1990-01-01", None))  # a text in the place of a date
tmdb.discover.movies(released=today)  # a date in the place of a range
tmdb.discover.movies(release_type=7)  # an unknown way of release
tmdb.discover.movies(release_type=any_of(3, 7))  # one of them an unknown way of release
tmdb.discover.movies(watch_monetization_types="stream", watch_region="BR")  # an unknown offer
tmdb.discover.movies(original_language=all_of("pt", "en"))  # a film has one original language
tmdb.discover.movies(sort_by="popularity")  # an order without a direction
tmdb.discover.movies(sort_by="name.asc")  # an order of series
tmdb.discover.movies(networks=49)  # a filter of series
tmdb.discover.tv(status="ended")  # a word in the place of a number
tmdb.discover.tv(type=7)  # an unknown type
tmdb.discover.tv(released=between(today))  # a filter of films
takes_status(6)  # an unknown status
""".strip().splitlines()

WRITING = """
tmdb.movies.rate(550)  # a missing rating
tmdb.movies.rate(550, "8")  # a rating that is a text
tmdb.account.set_favorite(1, media_type="person", media_id=287, favorite=True)  # people are no favourites
tmdb.account.set_favorite(1, media_type="movie", media_id=550)  # neither set nor unset
tmdb.account.favorite_movies(1, sort_by="title.asc")  # an unknown order
tmdb.guest.rated_movies(5)  # a session that is no text
tmdb.lists.create()  # a missing name
tmdb.v4.lists.create("Noir")  # a missing language
tmdb.v4.lists.create("Noir", language="pt", public="yes")  # a text in the place of a truth value
tmdb.v4.lists.add_items(1, [550])  # items without their kind
tmdb.v4.lists.add_items(1, [("person", 287)])  # people are no items
tmdb.v4.lists.update_items(1, [("movie", 550)])  # items without comments
tmdb.v4.lists.item_status(1, media_id=550)  # an item without its kind
tmdb.v4.lists.items(1, sort_by="name")  # an unknown order
""".strip().splitlines()

IMAGES = """
tmdb.images.poster("/x.jpg", size="w300")  # a size of backdrops
tmdb.images.url("/x.jpg", "portrait")  # an unknown kind
tmdb.images.url("/x.jpg")  # a missing kind
tmdb.images.poster(tmdb.movies.details(550).poster_path).lower()  # no path, no URL
tmdb.images.download(None, "poster", "x.jpg")  # nothing cannot be downloaded
takes_size("w45")  # a size of logos
""".strip().splitlines()

CLIENTS = """
TMDB(on_drift="sometimes")  # an unknown policy
TMDB(http_client=httpx.AsyncClient())  # a client of the other kind
AsyncTMDB(transport=httpx.HTTPTransport())  # a transport of the other kind
TMDB(on_response=lambda event: event.state)  # an unknown fact
TMDB(on_response=lambda: None)  # a hook that takes nothing
TMDB("token", "key")  # a parameter that has to be named
tmdb.with_options(max_retry=1)  # an unknown option
tmdb.with_options(max_retries=None)  # a number that is none
tmdb.with_raw_response(tmdb.search.movies("x").page, "3")  # a parameter of the wrong type
tmdb.with_raw_response(tmdb.configuration.details).parsed.title  # an unknown field of what was parsed
tmdb.call(api.movies.details)  # a missing parameter of an endpoint
tmdb.call(api.movies.details, 550, lang="de")  # an unknown parameter of an endpoint
tmdb.call(api.configuration.details).images.nothing  # an unknown field of an answer
tmdb.call(api.movies)  # not an endpoint
tmdb.call_raw(api.movies.details, 550, lang="de")  # an unknown parameter of an endpoint
""".strip().splitlines()

NAMES = """
tmdb_facade.models.Nothing  # an unknown model
tmdb_facade.types.Nothing  # an unknown type
tmdb_facade.resources.Nothing  # an unknown namespace
tmdb_facade.Nothing  # an unknown name
""".strip().splitlines()

WRONG = [*DETAILS, *APPEND, *PAGERS, *SEARCH, *DISCOVER, *WRITING, *IMAGES, *CLIENTS, *NAMES]
