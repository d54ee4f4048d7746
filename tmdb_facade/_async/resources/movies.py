"""Films."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._async.spans import changes_over
from tmdb_facade._core.append import append_text
from tmdb_facade._core.include import include_text
from tmdb_facade._core.languages import choose_languages
from tmdb_facade._core.ratings import check_rating

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_bindings._runtime import Append
    from tmdb_bindings.append import MovieBlock
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import (
        AccountStates,
        Changes,
        DatedMoviePage,
        Movie,
        MovieAlternativeTitles,
        MovieCredits,
        MovieDetails,
        MovieExternalIds,
        MovieImages,
        MovieKeywords,
        MoviePage,
        MovieReleaseDates,
        MovieTranslations,
        Review,
        ReviewPage,
        StatusResponse,
        UserList,
        UserListPage,
        Videos,
        WatchProviders,
    )

K = TypeVar("K", bound="MovieBlock")


class AsyncMoviesResource(AsyncResource):
    """Films: `tmdb.movies`."""

    @overload
    async def details(
        self,
        movie_id: int | str,
        *,
        append: None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> MovieDetails: ...
    @overload
    async def details(
        self,
        movie_id: int | str,
        *,
        append: Append[K],
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> MovieDetails[K]: ...
    @overload
    async def details(
        self,
        movie_id: int | str,
        *,
        append: list[str],
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> MovieDetails[Any]: ...
    async def details(
        self,
        movie_id: int | str,
        *,
        append: Append[Any] | list[str] | None = None,
        start_date: date | None = None,
        end_date: date | None = None,
        page: int | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> MovieDetails[Any]:
        """Give one film.

        Args:
            movie_id: TMDB's id of the film, or its IMDb id (`tt0137523`).
            append: What else to give along with it: `MovieAppend.CREDITS | MovieAppend.VIDEOS`, or a list of names.
                Each becomes an attribute of the film (`film.credits`). More than 20 take more than one request.
            start_date: The first day of appended changes.
            end_date: The last day of appended changes, at most 14 days after the first.
            page: The page of appended lists; the first by default.
            include_image_language: The languages of appended images, as in `["pt", None]`; `None` stands for images
                without words.
            include_video_language: The languages of appended videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.
            languages: Several languages, the preferred first, in the place of `language`, as in
                `["pt-BR", "pt-PT", "en-US"]`: a text that one does not have is taken from the next, and so are appended
                images. `localization(film)` tells which came from where.
            session_id: The session of the user whose states are appended.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            The film, with exactly the blocks that were asked for.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append, or `languages` is no list of languages.

        https://developer.themoviedb.org/reference/movie-details
        """
        blocks = append_text(append, api.movies.details.operation)
        choice = choose_languages(languages, language, blocks, include_image_language)
        details = await self._calls.call(
            api.movies.details,
            movie_id,
            append_to_response=choice.blocks,
            start_date=start_date,
            end_date=end_date,
            page=page,
            include_image_language=choice.images,
            include_video_language=include_text(include_video_language),
            language=choice.language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
        return choice.fill(details)

    async def account_states(
        self, movie_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> AccountStates:
        """Give the user's own rating of a film, and whether it is a favourite or on the watchlist.

        Args:
            movie_id: TMDB's id of the film.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            The states; a guest has a rating only.

        Raises:
            NotFoundError: There is no such film.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-account-states
        """
        return await self._calls.call(
            api.movies.account_states, movie_id, session_id=session_id, guest_session_id=guest_session_id
        )

    async def alternative_titles(self, movie_id: int, *, country: str | None = None) -> MovieAlternativeTitles:
        """List the other titles of a film.

        Args:
            movie_id: TMDB's id of the film.
            country: Only the titles of this country, ISO 3166-1 as in `BR`.

        Returns:
            The titles, each with its country.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-alternative-titles
        """
        return await self._calls.call(api.movies.alternative_titles, movie_id, country=country)

    async def changes(
        self, movie_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> Changes:
        """Give what was edited in a film's record.

        Args:
            movie_id: TMDB's id of the film.
            start_date: The first day.
            end_date: The last day; the present one where only a first day is given.
            page: The page of the edits, from 1, of at most 14 days; TMDB does not say how many there are.

        Returns:
            The edits, by field; those of the last 24 hours where no days are given. A span of more than 14 days, which is
            as much as TMDB gives out at a time, is asked for in parts.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The last day comes before the first, or a page of more than 14 days was asked for.

        https://developer.themoviedb.org/reference/movie-changes
        """
        return await changes_over(
            self._calls,
            lambda first, last: api.movies.changes.request(movie_id, start_date=first, end_date=last, page=page),
            start_date,
            end_date,
            page,
        )

    async def credits(self, movie_id: int, *, language: str | None = None) -> MovieCredits:
        """List the cast and crew of a film.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Cast and crew, the cast in order of billing.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-credits
        """
        return await self._calls.call(api.movies.credits, movie_id, language=language)

    async def delete_rating(
        self, movie_id: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> StatusResponse:
        """Take back the rating of a film.

        Args:
            movie_id: TMDB's id of the film.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            TMDB's word that it is gone.

        Raises:
            NotFoundError: There is no such film.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-delete-rating
        """
        return await self._calls.call(
            api.movies.delete_rating, movie_id, session_id=session_id, guest_session_id=guest_session_id
        )

    async def external_ids(self, movie_id: int) -> MovieExternalIds:
        """Give the ids of a film on other sites.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The ids; those that TMDB does not know are empty.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-external-ids
        """
        return await self._calls.call(api.movies.external_ids, movie_id)

    async def images(
        self, movie_id: int, *, include_image_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> MovieImages:
        """List the posters, backdrops and logos of a film.

        Args:
            movie_id: TMDB's id of the film.
            include_image_language: The languages of images, as in `["pt", None]`; `None` stands for images without
                words.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The images, by kind.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-images
        """
        return await self._calls.call(
            api.movies.images, movie_id, include_image_language=include_text(include_image_language), language=language
        )

    async def keywords(self, movie_id: int) -> MovieKeywords:
        """List the keywords of a film.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The keywords.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-keywords
        """
        return await self._calls.call(api.movies.keywords, movie_id)

    async def latest(self) -> MovieDetails:
        """Give the film that was added last.

        Returns:
            The film; much of it is often empty still.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/movie-latest-id
        """
        return await self._calls.call(api.movies.latest)

    def lists(self, movie_id: int, *, language: str | None = None) -> AsyncPager[UserList, UserListPage]:
        """List the lists of users that a film is on.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The lists, 20 a page.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-lists
        """
        return self._calls.paginate(api.movies.lists, movie_id, language=language).items()

    def now_playing(
        self, *, language: str | None = None, region: str | None = None
    ) -> AsyncPager[Movie, DatedMoviePage]:
        """List the films that are in cinemas now.

        Args:
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose releases count, as in `BR`; the client's by default.

        Returns:
            The films, 20 a page; each page tells the dates that count as now.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-now-playing-list
        """
        return self._calls.paginate(api.movies.now_playing, language=language, region=region).items()

    def popular(self, *, language: str | None = None, region: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List the films that are popular today.

        Args:
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose releases count, as in `BR`; the client's by default.

        Returns:
            The films, the most popular first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-popular-list
        """
        return self._calls.paginate(api.movies.popular, language=language, region=region).items()

    async def rate(
        self, movie_id: int, value: float, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> StatusResponse:
        """Rate a film, or change the rating.

        Args:
            movie_id: TMDB's id of the film.
            value: From 0.5 to 10 in steps of 0.5.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            TMDB's word that it was stored.

        Raises:
            NotFoundError: There is no such film.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The value is none of those; nothing was sent.

        https://developer.themoviedb.org/reference/movie-add-rating
        """
        return await self._calls.call(
            api.movies.rate,
            movie_id,
            {"value": check_rating(value)},
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    def recommendations(self, movie_id: int, *, language: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List films for somebody who liked this one.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-recommendations
        """
        return self._calls.paginate(api.movies.recommendations, movie_id, language=language).items()

    async def release_dates(self, movie_id: int) -> MovieReleaseDates:
        """List when and how a film came out, and with which age ratings.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The releases, by country.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-release-dates
        """
        return await self._calls.call(api.movies.release_dates, movie_id)

    def reviews(self, movie_id: int, *, language: str | None = None) -> AsyncPager[Review, ReviewPage]:
        """List what users wrote about a film.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The reviews, 20 a page.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-reviews
        """
        return self._calls.paginate(api.movies.reviews, movie_id, language=language).items()

    def similar(self, movie_id: int, *, language: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List films with like genres and keywords.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-similar
        """
        return self._calls.paginate(api.movies.similar, movie_id, language=language).items()

    def top_rated(self, *, language: str | None = None, region: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List the films that are rated best.

        Args:
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose releases count, as in `BR`; the client's by default.

        Returns:
            The films, the best first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-top-rated-list
        """
        return self._calls.paginate(api.movies.top_rated, language=language, region=region).items()

    async def translations(self, movie_id: int) -> MovieTranslations:
        """Give a film's title, tagline and overview in all languages.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The translations.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-translations
        """
        return await self._calls.call(api.movies.translations, movie_id)

    def upcoming(self, *, language: str | None = None, region: str | None = None) -> AsyncPager[Movie, DatedMoviePage]:
        """List the films that come to cinemas soon.

        Args:
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose releases count, as in `BR`; the client's by default.

        Returns:
            The films, 20 a page; each page tells the dates that count as soon.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-upcoming-list
        """
        return self._calls.paginate(api.movies.upcoming, language=language, region=region).items()

    async def videos(
        self, movie_id: int, *, include_video_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> Videos:
        """List the trailers, teasers and clips of a film.

        Args:
            movie_id: TMDB's id of the film.
            include_video_language: The languages of videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The videos; TMDB tells the sites that they are on.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-videos
        """
        return await self._calls.call(
            api.movies.videos, movie_id, include_video_language=include_text(include_video_language), language=language
        )

    async def watch_providers(self, movie_id: int) -> WatchProviders:
        """Tell where a film can be streamed, rented or bought.

        Args:
            movie_id: TMDB's id of the film.

        Returns:
            The offers, by country. They are JustWatch's, who has to be named as their source.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/movie-watch-providers
        """
        return await self._calls.call(api.movies.watch_providers, movie_id)
