"""Wrong uses, one a line, each with a comment that explains the error. Never run: see test_typing.py."""

from __future__ import annotations

#: The code above the wrong uses.
HEADER = """\
import datetime
from collections.abc import AsyncIterator

import httpx
from tmdb_bindings import api

import tmdb_facade
from tmdb_facade import (
    TMDB, AsyncTMDB, CollectionAppend, CompanyAppend, EpisodeAppend, MovieAppend, Pager, PersonAppend, SeasonAppend,
    TVAppend, all_of, any_of, between, localization
)
from tmdb_facade.models import Movie, MovieDetails, TVDetails, TVShow
from tmdb_facade.types import Append, MovieHasCredits, PosterSizeLike, ReleaseType, Title, TVStatusLike

tmdb = TMDB()
client = AsyncTMDB()
today = datetime.date.today()
async def numbers() -> AsyncIterator[int]: yield 550
def takes_series(pager: Pager[TVShow]) -> None: ...
def takes_cast(movie: MovieDetails[MovieHasCredits]) -> None: ...
def takes_block(block: Append[MovieHasCredits]) -> None: ...
def takes_size(size: PosterSizeLike) -> None: ...
def takes_status(status: TVStatusLike) -> None: ...
def takes_title(title: Title) -> None: ...
"""

DETAILS = """
tmdb.movies.details(550, lang="de")  # an unknown parameter
tmdb.movies.details(None)  # a parameter of another type
tmdb.movies.details()  # a missing parameter
tmdb.movies.details(550, "de")  # a keyword-only parameter
tmdb.movies.details(550).titel  # an unknown field
tmdb.movies.details(550).homepage.upper()  # a nullable field
tmdb.movies.details(550).release_date.year  # a nullable date
tmdb.movies.changes(550, start_date="2026-01-01")  # a string instead of a date
tmdb.movies.titles(550)  # an unknown method
tmdb.films.details(550)  # an unknown namespace
tmdb.tv.seasons.details(1399)  # a season without its number
tmdb.tv.episodes.details(1399, 1)  # an episode without its number
tmdb.tv.details("got")  # only movies accept IMDb ids
tmdb.movies.account_states(550).rated.value  # a rating that can be False
tmdb.movies.watch_providers(550).results.flatrate  # providers are grouped by country
tmdb.movies.details(550, languages=[1])  # languages are strings
localization("movie")  # strings have no languages
tmdb.movies.release_dates(550).certification()  # a missing country
tmdb.movies.release_dates(550).certification("US").certification  # perhaps no certification
tmdb.movies.release_dates(550).certification(["US", "GB"])  # a list instead of arguments
tmdb.movies.release_dates(550).date("DE", 7)  # an unknown kind of release
tmdb.movies.release_dates(550).date("DE", "digital")  # a word instead of a kind of release
tmdb.movies.release_dates(550).date("DE").year  # perhaps no release
tmdb.tv.content_ratings(1399).certification(49)  # a country is a code
tmdb.tv.content_ratings(1399).date("US")  # series have no release dates
tmdb.tv.episode_groups.order(1399, 8)  # an unknown kind of order
tmdb.tv.episode_groups.order(1399, "dvd")  # a word instead of a kind of order
tmdb.tv.episode_groups.order(1399, ReleaseType.DIGITAL)  # another enum
tmdb.tv.episode_groups.order(1399, 3).episode(1).aired  # perhaps no episode
tmdb.tv.episode_groups.order(1399, 3).number(1, 1) + 1  # perhaps no number
tmdb.movies.popular(languages=[1])  # languages of a list are strings
localization(tmdb.search.people("brad").page(1).results[0])  # people have no translated texts
tmdb.movies.keywords(550, languages=["de"])  # keywords are not translated
client.movies.details(550).title  # a call that was not awaited
""".strip().splitlines()

APPEND = """
tmdb.movies.details(550).credits  # a block that was not appended
tmdb.movies.details(550, append=MovieAppend.CREDITS).videos  # another block than the appended one
tmdb.movies.details(550, append=MovieAppend.CREDITS | MovieAppend.VIDEOS).images  # neither of the appended blocks
tmdb.movies.details(550, append=TVAppend.CREDITS)  # a block of another parent
tmdb.movies.details(550, append=MovieAppend.CREDITS | TVAppend.CREDITS)  # one block of another parent
tmdb.movies.details(550, append="credits")  # a string instead of a list
tmdb.movies.details(550, append=MovieAppend.CREDIT)  # an unknown block
tmdb.tv.details(1399).credits  # a block that was not appended
tmdb.tv.details(1399, append=TVAppend.CREDITS).videos  # another block than the appended one
tmdb.tv.details(1399, append=SeasonAppend.CREDITS)  # a block of another parent
tmdb.tv.details(1399).season(1)  # a season that was not appended
tmdb.tv.details(1399, append=TVAppend.CREDITS).season(1)  # a season that was not appended
tmdb.tv.details(1399, seasons=[1]).credits  # a block that was not appended, unlike seasons
tmdb.tv.details(1399, seasons=1)  # a number instead of a list
tmdb.tv.details(1399, seasons="every")  # an unknown word
tmdb.movies.details_many(550)  # an id instead of ids
tmdb.movies.details_many([None])  # ids of another type
tmdb.tv.details_many(["got"])  # only movies accept IMDb ids
tmdb.tv.seasons.details_many([1399])  # seasons without their numbers
tmdb.tv.episodes.details_many([(1399, 1)])  # episodes without their numbers
tmdb.movies.details_many(number async for number in numbers())  # async ids for the sync client
[result.value.title for result in tmdb.movies.details_many([550])]  # a value that can be missing
[result.error.code for result in tmdb.movies.details_many([550])]  # an error that can be missing
[result.unwrap().credits for result in tmdb.movies.details_many([550])]  # a block that was not appended
[result for result in client.movies.details_many([550])]  # an async iterable in a loop without async
tmdb.tv.details(1399, seasons=["1"])  # season numbers are integers
tmdb.tv.details(1399, append=TVAppend.season)  # a season without its number
tmdb.tv.seasons.details(1399, 1).credits  # a block that was not appended
tmdb.tv.seasons.details(1399, 1, append=SeasonAppend.CREDITS).videos  # another block than the appended one
tmdb.tv.seasons.details(1399, 1, append=EpisodeAppend.CREDITS)  # a block of another parent
tmdb.tv.episodes.details(1399, 1, 1).credits  # a block that was not appended
tmdb.tv.episodes.details(1399, 1, 1, append=EpisodeAppend.CREDITS).videos  # another block than the appended one
tmdb.tv.episodes.details(1399, 1, 1, append=SeasonAppend.CREDITS)  # a block of another parent
tmdb.people.details(287).images  # a block that was not appended
tmdb.people.details(287, append=PersonAppend.IMAGES).tv_credits  # another block than the appended one
tmdb.people.details(287, append=MovieAppend.IMAGES)  # a block of another parent
tmdb.collections.details(10).images  # a block that was not appended
tmdb.collections.details(10, append=CollectionAppend.IMAGES).translations  # another block than the appended one
tmdb.collections.details(10, append=CompanyAppend.IMAGES)  # a block of another parent
tmdb.companies.details(1).images  # a block that was not appended
tmdb.companies.details(1, append=CompanyAppend.IMAGES).movies  # another block than the appended one
tmdb.companies.details(1, append=CollectionAppend.IMAGES)  # a block of another parent
tmdb.networks.details(49, append=["images"])  # networks have no blocks
takes_cast(tmdb.movies.details(550))  # a movie without the required block
takes_cast(tmdb.movies.details(550, append=MovieAppend.VIDEOS))  # a movie with another block than the required one
takes_block(MovieAppend.VIDEOS)  # another block than the required one
""".strip().splitlines()

PAGERS = """
tmdb.movies.popular(page=2)  # the page is chosen on the pager
tmdb.movies.popular()[0]  # a pager is not a list
len(tmdb.movies.popular())  # a pager is not a list
tmdb.movies.popular().results  # a pager is iterated
tmdb.movies.popular().first().title  # a list can be empty
tmdb.movies.popular().limit("5")  # a parameter of another type
tmdb.movies.popular().page()  # a missing parameter
tmdb.movies.popular().total_results()  # a property is not called
tmdb.movies.popular().total_results = 3  # a read-only property
takes_series(tmdb.movies.popular())  # a pager of another type
list(client.movies.popular())  # an async pager
client.movies.popular().total_results + 1  # a property to await
""".strip().splitlines()

SEARCH = """
tmdb.search.movies()  # a missing parameter
tmdb.search.movies("x", year="1999")  # a parameter of another type
next(iter(tmdb.search.multi("x"))).title  # not every media type has one
next(iter(tmdb.trending.all())).name.upper()  # not every media type has one
tmdb.trending.movies("month")  # an unknown window
tmdb.search.match_movie("x", year="1999")  # a parameter of another type
tmdb.search.match_movie("x").item  # there may be no match
tmdb.search.match_tv("x", region="BR")  # an unknown parameter
tmdb.find.by_id("tt0137523", external_source="imdb")  # an unknown source
tmdb.find.by_id("tt0137523")  # a missing source
tmdb.find.imdb("tt0137523").results  # results are grouped by media type
takes_title(tmdb.people.details(287))  # a person is no title
takes_title(tmdb.collections.details(10))  # a collection is no title
takes_title(tmdb.tv.episodes.details(1399, 1, 1))  # an episode is no title
takes_title(next(iter(tmdb.search.multi("x"))))  # not every media type is a title
tmdb.tv.details(1399).released.year  # a nullable date
tmdb.tv.details(1399).title = "x"  # a read-only property
""".strip().splitlines()

DISCOVER = """
tmdb.discover.movies(genre=28)  # an unknown filter
tmdb.discover.movies(with_genres=28)  # TMDB's name of the filter
tmdb.discover.movies(genres=[28, 12])  # a list instead of all_of or any_of
tmdb.discover.movies(genres="28,12")  # a string instead of numbers
tmdb.discover.movies(genres=all_of("28"))  # strings instead of numbers
tmdb.discover.movies(genres=between(28, 30))  # a range instead of values
tmdb.discover.movies(vote_average=7)  # a number instead of a range
tmdb.discover.movies(vote_average=between("7", "8"))  # a range of strings
tmdb.discover.movies(vote_count=between(7.5, 8.5))  # a range of floats
tmdb.discover.movies(released=between(1990, 1999))  # years instead of dates
tmdb.discover.movies(released=between("1990-01-01", None))  # a string instead of a date
tmdb.discover.movies(released=today)  # a date instead of a range
tmdb.discover.movies(release_type=7)  # an unknown release type
tmdb.discover.movies(release_type=any_of(3, 7))  # one unknown release type
tmdb.discover.movies(watch_monetization_types="stream", watch_region="BR")  # an unknown monetization type
tmdb.discover.movies(original_language=all_of("pt", "en"))  # a movie has a single original language
tmdb.discover.movies(sort_by="popularity")  # a sort order without a direction
tmdb.discover.movies(sort_by="name.asc")  # a sort order of series
tmdb.discover.movies(networks=49)  # a filter of series
tmdb.discover.tv(status="ended")  # a word in lower case
tmdb.discover.tv(status=tmdb.movies.details(550).status)  # a status of movies
tmdb.discover.tv(type=tmdb.tv.details(1399).status)  # a status instead of a type
tmdb.discover.movies(release_type=ReleaseType.STREAMING)  # an unknown member
tmdb.discover.movies(release_type="Digital")  # a label instead of a value
tmdb.discover.tv(type=7)  # an unknown type
tmdb.discover.tv(released=between(today))  # a filter of movies
takes_status(6)  # an unknown status
""".strip().splitlines()

WRITING = """
tmdb.movies.rate(550)  # a missing rating
tmdb.movies.rate(550, "8")  # a rating as a string
tmdb.account.set_favorite(1, media_type="person", media_id=287, favorite=True)  # people cannot be favorites
tmdb.account.set_favorite(1, media_type="movie", media_id=550)  # a missing favorite=
tmdb.account.favorite_movies(1, sort_by="title.asc")  # an unknown sort order
tmdb.account.favorite_movies("created_at.asc")  # a sort order in the place of the id
tmdb.as_user("5e55105e5510")  # the id of a session without UserCredentials
tmdb.guest.rated_movies(5)  # a session id as a number
tmdb.lists.create()  # a missing name
tmdb.v4.lists.create("Noir")  # a missing language
tmdb.v4.lists.create("Noir", language="pt", public="yes")  # a string instead of a bool
tmdb.v4.lists.add_items(1, [550])  # items without media type
tmdb.v4.lists.add_items(1, [("person", 287)])  # people cannot be list items
tmdb.v4.lists.update_items(1, [("movie", 550)])  # items without comments
tmdb.v4.lists.item_status(1, media_id=550)  # an item without media type
tmdb.v4.lists.items(1, sort_by="name")  # an unknown sort order
""".strip().splitlines()

IMAGES = """
tmdb.images.poster("/x.jpg", size="w300")  # a size of backdrops
tmdb.images.poster(None, default=5)  # a stand-in that is no URL
tmdb.images.best(["/x.jpg"])  # paths instead of images
tmdb.images.best(tmdb.movies.images(550).posters).file_path  # perhaps no image
tmdb.images.best(tmdb.movies.images(550))  # all images instead of those of a kind
tmdb.images.srcset(tmdb.movies.images(550), "poster")  # all images instead of one
tmdb.images.srcset("/x.jpg", "banner")  # an unknown kind
tmdb.images.url("/x.jpg", "portrait")  # an unknown kind
tmdb.images.url("/x.jpg")  # a missing kind
tmdb.images.poster(tmdb.movies.details(550).poster_path).lower()  # the URL of a nullable path
tmdb.images.download(None, "poster", "x.jpg")  # a missing path
takes_size("w45")  # a size of logos
tmdb.images.poster("/x.jpg", size=tmdb.images.sizes("still")[0])  # a size of stills
""".strip().splitlines()

CLIENTS = """
TMDB(on_drift="sometimes")  # an unknown policy
TMDB(http_client=httpx.AsyncClient())  # a client of the other kind
AsyncTMDB(transport=httpx.HTTPTransport())  # a transport of the other kind
TMDB(on_response=lambda event: event.state)  # an unknown attribute
TMDB(on_response=lambda: None)  # a hook without a parameter
TMDB("token", "key")  # a keyword-only parameter
TMDB.from_store("anna", max_retries="2")  # an option of the wrong type
TMDB.from_store("anna", {})  # not a store
TMDB.from_store("anna", http_client=httpx.AsyncClient())  # a client of the other kind
tmdb.with_options(max_retry=1)  # an unknown option
tmdb.with_options(max_retries=None)  # an option that is not nullable
tmdb.with_raw_response(tmdb.search.movies("x").page, "3")  # a parameter of the wrong type
tmdb.with_raw_response(tmdb.configuration.details).parsed.title  # an unknown field of the parsed answer
tmdb.call(api.movies.details)  # a missing parameter of an endpoint
tmdb.call(api.movies.details, 550, lang="de")  # an unknown parameter of an endpoint
tmdb.call(api.configuration.details).images.nothing  # an unknown field of an answer
tmdb.call(api.movies)  # not an endpoint
tmdb.paginate(api.movies.details, 550)  # an operation that is not paged
tmdb.paginate(api.movies.popular, lang="de")  # an unknown parameter of an endpoint
tmdb.paginate(api.movies.details, {"movie_id": 550})  # an operation that is not paged
tmdb.paginate(api.discover.movies, {"with_genres": [28, 12]})  # a value that is not single
tmdb.call(api.movies.details, {"movie_id": 550}).name  # an unknown field of an answer
tmdb.call(api.movies.details, {"movie_id": 550}, lang="de")  # a parameter beside the mapping
tmdb.request("FETCH", "/3/movie/550")  # not a method of HTTP
tmdb.request("GET", "/3/movie/550")["title"]  # an answer of an unknown type
tmdb.with_options(extra_headers={"x": 1})  # a header that is not a text
tmdb.call_raw(api.movies.details, 550, lang="de")  # an unknown parameter of an endpoint
""".strip().splitlines()

NAMES = """
tmdb_facade.models.Nothing  # an unknown model
tmdb_facade.types.Nothing  # an unknown type
tmdb_facade.resources.Nothing  # an unknown namespace
tmdb_facade.Nothing  # an unknown name
""".strip().splitlines()

CONVERSION = """
Movie.from_json({"id": 550})  # a dictionary instead of text
Movie.from_dict("{}")  # text instead of a dictionary
Movie.from_dict([{"id": 550}])  # a list instead of a dictionary
Movie.from_json("{}", append=["credits"])  # a row has no blocks
Movie.from_json("{}", on_drift="never")  # an unknown policy
MovieDetails.from_json("{}").credits  # a block that is not required
MovieDetails.from_json("{}", append=MovieAppend.CREDITS).videos  # another block than the required one
MovieDetails.from_dict({}, append=TVAppend.CREDITS)  # a block of another class
MovieDetails.from_json("{}", append="credits")  # a name instead of a list
MovieDetails.from_json("{}", seasons=[1])  # a movie has no seasons
TVDetails.from_json("{}", seasons=["1"])  # season numbers are integers
TVDetails.from_json("{}", append=TVAppend.CREDITS).season(1)  # a season that is not required
takes_cast(MovieDetails.from_json("{}"))  # a movie without the required block
""".strip().splitlines()

WRONG = [*DETAILS, *APPEND, *PAGERS, *SEARCH, *DISCOVER, *WRITING, *IMAGES, *CLIENTS, *CONVERSION, *NAMES]
