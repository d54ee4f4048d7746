# Made from tmdb_facade/_async/resources/search_matches.py by `make sync`: edit that file, never this one.
"""The best match for a title."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models, types
from tmdb_facade._core.sending.outgoing import call_deadline
from tmdb_facade._sync.resources.base import Resource


class SearchMatchesResource(Resource):
    """The best match for a title: methods of `tmdb.search`."""

    def match_movie(
        self,
        title: str,
        *,
        year: int | None = None,
        minimum: float = 0.7,
        include_adult: bool | None = None,
        language: str | None = None,
        region: str | None = None,
    ) -> types.Match[models.Movie] | None:
        """Find the movie that a title and a year mean.

        Case, accents, punctuation, articles, numerals and `&` do not matter. Original, alternative and translated titles count,
        and so do titles without their subtitle and with a misspelling. One request if the title and the year fit a search
        result, at most four otherwise. The `timeout` applies to each of them.

        Args:
            title: The title, which may contain the year, as in `Blade Runner (1982)`.
            year: Year of the release, which may differ by a year or two. It takes precedence over a year in the title.
            minimum: Least score of a match, from 0 to 1. 0.9 requires that the title and the year fit.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            region: Country whose releases count, such as `BR`. Defaults to the client's region.

        Returns:
            The match with its score, its reason and the next candidates, or `None` if no result has the least score.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: The title is empty, the year has not four digits, or the least score is not from 0 to 1.

        https://developer.themoviedb.org/reference/search-movie
        """
        from tmdb_facade._core.matching.candidates import (
            TITLE_BLOCKS,
            ignore_deleted,
            movie_candidate,
            movie_matching,
            movie_titles,
        )

        matching = movie_matching(title, year, minimum)
        deadline = call_deadline(self._requester.options)
        while (request := matching.next_request()) is not None:
            if request.kind == "search":
                page = self._requester.call_until(
                    deadline,
                    api.search.movies,
                    query=request.query,
                    year=request.year,
                    page=1,
                    include_adult=include_adult,
                    language=language,
                    region=region,
                )
                matching.add_candidates(map(movie_candidate, page.results))
            else:
                with ignore_deleted():
                    details = self._requester.call_until(
                        deadline, api.movies.details, request.id, append_to_response=TITLE_BLOCKS, language=language
                    )
                    matching.add_titles(request.id, movie_titles(details))
        return matching.result()

    def match_tv(
        self,
        name: str,
        *,
        year: int | None = None,
        minimum: float = 0.7,
        include_adult: bool | None = None,
        language: str | None = None,
    ) -> types.Match[models.TVShow] | None:
        """Find the TV series that a name and a year mean.

        Case, accents, punctuation, articles, numerals and `&` do not matter. Original, alternative and translated names count,
        and so do names without their subtitle and with a misspelling. One request if the name and the year fit a search
        result, at most four otherwise. The `timeout` applies to each of them.

        Args:
            name: The name, which may contain the year, as in `Fargo (2014)`.
            year: Year of the first episode, which may differ by a year or two. It takes precedence over a year in the name.
            minimum: Least score of a match, from 0 to 1. 0.9 requires that the name and the year fit.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The match with its score, its reason and the next candidates, or `None` if no result has the least score.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: The name is empty, the year has not four digits, or the least score is not from 0 to 1.

        https://developer.themoviedb.org/reference/search-tv
        """
        from tmdb_facade._core.matching.candidates import (
            TITLE_BLOCKS,
            ignore_deleted,
            tv_candidate,
            tv_matching,
            tv_titles,
        )

        matching = tv_matching(name, year, minimum)
        deadline = call_deadline(self._requester.options)
        while (request := matching.next_request()) is not None:
            if request.kind == "search":
                page = self._requester.call_until(
                    deadline,
                    api.search.tv,
                    query=request.query,
                    year=request.year,
                    page=1,
                    include_adult=include_adult,
                    language=language,
                )
                matching.add_candidates(map(tv_candidate, page.results))
            else:
                with ignore_deleted():
                    details = self._requester.call_until(
                        deadline, api.tv.details, request.id, append_to_response=TITLE_BLOCKS, language=language
                    )
                    matching.add_titles(request.id, tv_titles(details))
        return matching.result()
