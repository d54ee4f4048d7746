"""The sentences that the docstrings of the client's methods share; `scripts.shared_docstrings` writes them.

A name has one sentence everywhere, so that the same parameter has the same description. `OWN_SENTENCES` lists the
methods that need another one, which is then written in the method.
"""

from __future__ import annotations

from collections.abc import Collection

#: The sentence of each parameter.
ARGUMENTS = {
    "account_id": "TMDB's id of the account, the `id` that `details` returns.",
    "account_object_id": "Object id of the account, 24 hexadecimal digits, from `tmdb.v4.auth.create_access_token`.",
    "collection_id": "TMDB's id of the collection.",
    "companies": "TMDB's ids of production companies.",
    "company_id": "TMDB's id of the company.",
    "description": "Description of the list.",
    "end_date": "Last day of the changes, inclusive. Defaults to today if `start_date` is passed.",
    "episode_number": "Number of the episode within its season.",
    "first_air_date_year": "Year of the first episode.",
    "genres": "TMDB's ids of genres; `tmdb.genres` lists them.",
    "guest_session_id": "Session of a guest, instead of a user's. Defaults to the client's guest session.",
    "include_adult": "Whether to include adult titles and people. TMDB omits them by default.",
    "include_image_language": 'Languages of images, such as `["pt", None]`; `None` stands for images without text.',
    "include_video_language": 'Languages of videos, such as `["pt", "en"]`.',
    "items": 'Media type and id of each item: `[("movie", 550), ("tv", 1399)]`.',
    "keyword_id": "TMDB's id of the keyword.",
    "keywords": "TMDB's ids of keywords.",
    "kind": "Kind of the image.",
    "language": "Language of texts, such as `pt-BR`. Defaults to the client's language.",
    "list_id": "TMDB's id of the list.",
    "media_id": "TMDB's id of the movie or TV series.",
    "media_type": "`movie` or `tv`.",
    "movie_id": "TMDB's id of the movie.",
    "name": "Name of the list.",
    "network_id": "TMDB's id of the network.",
    "origin_country": "Countries of origin, ISO 3166-1, such as `KR`.",
    "original_language": "Original language, ISO 639-1, such as `ko`.",
    "page": "Page of the changes, from 1, of at most 14 days. TMDB does not return the number of pages.",
    "path": "Path of the image in TMDB's answers, such as `/abc.jpg`.",
    "person_id": "TMDB's id of the person.",
    "primary_release_year": "Year of the first release.",
    "public": "Whether everybody can read the list.",
    "query": "Text to search for.",
    "region": "Country whose releases count, such as `BR`. Defaults to the client's region.",
    "request_token": "Token from `create_request_token`.",
    "season_number": "Number of the season; season 0 has the specials.",
    "series_id": "TMDB's id of the TV series.",
    "session_id": "Session of the user. Defaults to the client's session.",
    "size": "Name of a size, instead of a width; `sizes` lists them.",
    "sliced": "Whether to list all results, even beyond the 10,000 that TMDB serves for one query. The query is then "
    "split by the date of the first release or episode, newest first unless `sort_by` is that date, ascending. "
    "`sort_by` applies within each part, and results without a date are omitted once there is more than one.",
    "sort_by": "`created_at.asc` or `created_at.desc`: by the time an entry was added.",
    "start_date": "First day of the changes.",
    "time_window": "`day` or `week`.",
    "timezone": "Time zone in which a day begins and ends, such as `America/Sao_Paulo`.",
    "value": "From 0.5 to 10 in steps of 0.5.",
    "vote_average": "Range of average votes, from 0 to 10.",
    "vote_count": "Range of numbers of votes.",
    "watch_monetization_types": "Ways in which the title can be watched in `watch_region`.",
    "watch_providers": "TMDB's ids of watch providers in `watch_region`.",
    "watch_region": "Country of the watch providers, ISO 3166-1, such as `BR`.",
    "width": "Width in pixels: selects the smallest size that is at least as wide, or else the original.",
    "without_companies": "TMDB's ids of production companies to exclude.",
    "without_genres": "TMDB's ids of genres to exclude.",
    "without_keywords": "TMDB's ids of keywords to exclude.",
    "without_watch_providers": "TMDB's ids of watch providers in `watch_region` to exclude.",
}

#: What stands for the return type in `ERRORS` where a method returns a pager.
PAGER = "-> pager"

#: The sentences of each error. The first key that the method has as a parameter selects the sentence; "" is for all
#: other methods.
ERRORS = {
    "AuthenticationError": {
        "list_id": "The session is missing, has expired or belongs to another user.",
        "session_id": "The session is missing or has expired.",
        "guest_session_id": "TMDB does not accept the guest session.",
        "access_token": "TMDB does not accept the access token.",
        "": "TMDB does not accept the client's token or key.",
    },
    "InvalidArgumentError": {
        "account_object_id": "The id is empty or cannot be part of a URL path.",
        "value": "The value is not a valid rating.",
        "guest_session_id": "The session id is empty, or neither the call nor the client has one.",
        "page": "`end_date` is before `start_date`, or `page` is passed for more than 14 days.",
        "start_date": "`end_date` is before `start_date`.",
        "time_window": "`time_window` is neither `day` nor `week`.",
        "kind": "`kind` or `size` is unknown, both `width` and `size` are passed, or `path` is not an image's path.",
        "path": "`size` is unknown, both `width` and `size` are passed, or `path` is not an image's path.",
    },
    "NotFoundError": {
        "episode_number": "The TV series, the season or the episode does not exist.",
        "season_number": "The TV series or the season does not exist.",
        "episode_id": "No episode has this id.",
        "season_id": "No season has this id.",
        "list_id": "No list has this id.",
        "media_id": "No movie or TV series has this id.",
        "movie_id": "No movie has this id.",
        "series_id": "No TV series has this id.",
        "person_id": "No person has this id.",
        "collection_id": "No collection has this id.",
        "company_id": "No company has this id.",
        "network_id": "No network has this id.",
        "keyword_id": "No keyword has this id.",
        "credit_id": "No credit has this id.",
        "review_id": "No review has this id.",
        "tv_episode_group_id": "No episode order has this id.",
        "guest_session_id": "No guest session has this id.",
        "session_id": "No session has this id.",
        "path": "No image has this path.",
    },
    "PermissionDeniedError": {
        "list_id": "The client's token is not the list owner's.",
        "account_object_id": "The client's token is not the account owner's.",
        "access_token": "The access token is the application's, not a user's.",
        "": "The client's token is the application's, not a user's.",
    },
    "TMDBError": {
        PAGER: "A request failed, or TMDB returned an error. Request errors are raised while the pager is used.",
        "": "The request failed, or TMDB returned an error.",
    },
}

#: For each method, as `module.method`, the parameters and errors that have a sentence of their own.
OWN_SENTENCES = {
    "account.details": {"account_id"},
    "auth.create_session": {"AuthenticationError", "request_token"},
    "auth.create_session_from_login": {"AuthenticationError"},
    "auth.delete_session": {"session_id"},
    "discover.movies": {"region", "sort_by"},
    "discover_tv.tv": {"sort_by"},
    "images.load": {"TMDBError"},
    "images.sizes": {"InvalidArgumentError"},
    "lists.add_movie": {"NotFoundError"},
    "lists.create": {"language"},
    "lists.remove_movie": {"NotFoundError"},
    "v4_auth.create_access_token": {"AuthenticationError"},
    "v4_auth.create_request_token": {"AuthenticationError"},
    "v4_list_items.clear": {"TMDBError"},
    "v4_list_items.item_status": {"PermissionDeniedError"},
    "v4_list_items.items": {"PermissionDeniedError", "sort_by"},
    "v4_lists.create": {"language", "sort_by"},
    "v4_lists.details": {"PermissionDeniedError", "sort_by"},
    "v4_lists.update": {"description", "sort_by"},
}


def error_sentence(name: str, keys: Collection[str]) -> str | None:
    """Return the shared sentence of an error, or `None`.

    Args:
        name: The error's class.
        keys: The method's parameters, and `PAGER` if it returns a pager.
    """
    return next((sentence for key, sentence in ERRORS.get(name, {}).items() if key in ("", *keys)), None)
