# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""The models of TMDB's answers and request bodies; each is imported when it is first asked for."""

from __future__ import annotations

from ..runtime.lazy import lazy_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .account_details import AccountDetails as AccountDetails
    from .account_rated_movie import AccountRatedMovie as AccountRatedMovie
    from .account_rated_movie_page import AccountRatedMoviePage as AccountRatedMoviePage
    from .account_rated_tv_show import AccountRatedTVShow as AccountRatedTVShow
    from .account_rated_tv_show_page import AccountRatedTVShowPage as AccountRatedTVShowPage
    from .account_rating import AccountRating as AccountRating
    from .account_sort_by import AccountSortBy as AccountSortBy
    from .account_states import AccountStates as AccountStates
    from .aggregate_cast_member import AggregateCastMember as AggregateCastMember
    from .aggregate_credits import AggregateCredits as AggregateCredits
    from .aggregate_crew_member import AggregateCrewMember as AggregateCrewMember
    from .aggregate_job import AggregateJob as AggregateJob
    from .aggregate_role import AggregateRole as AggregateRole
    from .alternative_name import AlternativeName as AlternativeName
    from .alternative_names import AlternativeNames as AlternativeNames
    from .alternative_title import AlternativeTitle as AlternativeTitle
    from .avatar import Avatar as Avatar
    from .cast_credit import CastCredit as CastCredit
    from .cast_member import CastMember as CastMember
    from .certification import Certification as Certification
    from .certifications import Certifications as Certifications
    from .change import Change as Change
    from .change_item import ChangeItem as ChangeItem
    from .changed_item import ChangedItem as ChangedItem
    from .changed_item_page import ChangedItemPage as ChangedItemPage
    from .changes import Changes as Changes
    from .collection import Collection as Collection
    from .collection_details import CollectionDetails as CollectionDetails
    from .collection_images import CollectionImages as CollectionImages
    from .collection_match import CollectionMatch as CollectionMatch
    from .collection_page import CollectionPage as CollectionPage
    from .collection_reference import CollectionReference as CollectionReference
    from .collection_translation import CollectionTranslation as CollectionTranslation
    from .collection_translation_data import CollectionTranslationData as CollectionTranslationData
    from .collection_translations import CollectionTranslations as CollectionTranslations
    from .company import Company as Company
    from .company_details import CompanyDetails as CompanyDetails
    from .company_images import CompanyImages as CompanyImages
    from .company_page import CompanyPage as CompanyPage
    from .configuration import Configuration as Configuration
    from .content_rating import ContentRating as ContentRating
    from .content_ratings import ContentRatings as ContentRatings
    from .convert_session_body import ConvertSessionBody as ConvertSessionBody
    from .country import Country as Country
    from .country_release_dates import CountryReleaseDates as CountryReleaseDates
    from .country_timezones import CountryTimezones as CountryTimezones
    from .country_watch_providers import CountryWatchProviders as CountryWatchProviders
    from .create_list_body import CreateListBody as CreateListBody
    from .create_session_body import CreateSessionBody as CreateSessionBody
    from .credit_details import CreditDetails as CreditDetails
    from .credit_media import CreditMedia as CreditMedia
    from .credit_movie import CreditMovie as CreditMovie
    from .credit_tv_show import CreditTVShow as CreditTVShow
    from .crew_credit import CrewCredit as CrewCredit
    from .crew_member import CrewMember as CrewMember
    from .date_range import DateRange as DateRange
    from .dated_movie_page import DatedMoviePage as DatedMoviePage
    from .delete_session_body import DeleteSessionBody as DeleteSessionBody
    from .episode import Episode as Episode
    from .episode_account_state import EpisodeAccountState as EpisodeAccountState
    from .episode_credits import EpisodeCredits as EpisodeCredits
    from .episode_details import EpisodeDetails as EpisodeDetails
    from .episode_external_ids import EpisodeExternalIds as EpisodeExternalIds
    from .episode_group import EpisodeGroup as EpisodeGroup
    from .episode_group_details import EpisodeGroupDetails as EpisodeGroupDetails
    from .episode_group_part import EpisodeGroupPart as EpisodeGroupPart
    from .episode_groups import EpisodeGroups as EpisodeGroups
    from .episode_images import EpisodeImages as EpisodeImages
    from .episode_translation import EpisodeTranslation as EpisodeTranslation
    from .episode_translation_data import EpisodeTranslationData as EpisodeTranslationData
    from .episode_translations import EpisodeTranslations as EpisodeTranslations
    from .error_response import ErrorResponse as ErrorResponse
    from .external_source import ExternalSource as ExternalSource
    from .favorite_body import FavoriteBody as FavoriteBody
    from .find_results import FindResults as FindResults
    from .genre import Genre as Genre
    from .genre_list import GenreList as GenreList
    from .gravatar import Gravatar as Gravatar
    from .grouped_episode import GroupedEpisode as GroupedEpisode
    from .guest_session import GuestSession as GuestSession
    from .image import Image as Image
    from .image_configuration import ImageConfiguration as ImageConfiguration
    from .job import Job as Job
    from .keyword import Keyword as Keyword
    from .keyword_movie_page import KeywordMoviePage as KeywordMoviePage
    from .keyword_page import KeywordPage as KeywordPage
    from .known_for import KnownFor as KnownFor
    from .language import Language as Language
    from .list_created import ListCreated as ListCreated
    from .list_details import ListDetails as ListDetails
    from .list_item import ListItem as ListItem
    from .list_item_status import ListItemStatus as ListItemStatus
    from .list_movie_body import ListMovieBody as ListMovieBody
    from .login_body import LoginBody as LoginBody
    from .logo import Logo as Logo
    from .media_kind import MediaKind as MediaKind
    from .movie import Movie as Movie
    from .movie_alternative_titles import MovieAlternativeTitles as MovieAlternativeTitles
    from .movie_cast_credit import MovieCastCredit as MovieCastCredit
    from .movie_cast_member import MovieCastMember as MovieCastMember
    from .movie_credits import MovieCredits as MovieCredits
    from .movie_crew_credit import MovieCrewCredit as MovieCrewCredit
    from .movie_details import MovieDetails as MovieDetails
    from .movie_external_ids import MovieExternalIds as MovieExternalIds
    from .movie_images import MovieImages as MovieImages
    from .movie_keywords import MovieKeywords as MovieKeywords
    from .movie_page import MoviePage as MoviePage
    from .movie_release_dates import MovieReleaseDates as MovieReleaseDates
    from .movie_sort_by import MovieSortBy as MovieSortBy
    from .movie_translation import MovieTranslation as MovieTranslation
    from .movie_translation_data import MovieTranslationData as MovieTranslationData
    from .movie_translations import MovieTranslations as MovieTranslations
    from .multi_search_page import MultiSearchPage as MultiSearchPage
    from .multi_search_result import MultiSearchResult as MultiSearchResult
    from .network import Network as Network
    from .network_details import NetworkDetails as NetworkDetails
    from .network_images import NetworkImages as NetworkImages
    from .parent_company import ParentCompany as ParentCompany
    from .person import Person as Person
    from .person_combined_credits import PersonCombinedCredits as PersonCombinedCredits
    from .person_details import PersonDetails as PersonDetails
    from .person_external_ids import PersonExternalIds as PersonExternalIds
    from .person_images import PersonImages as PersonImages
    from .person_movie_credits import PersonMovieCredits as PersonMovieCredits
    from .person_page import PersonPage as PersonPage
    from .person_translation import PersonTranslation as PersonTranslation
    from .person_translation_data import PersonTranslationData as PersonTranslationData
    from .person_translations import PersonTranslations as PersonTranslations
    from .person_tv_credits import PersonTVCredits as PersonTVCredits
    from .production_country import ProductionCountry as ProductionCountry
    from .rated_episode import RatedEpisode as RatedEpisode
    from .rated_episode_page import RatedEpisodePage as RatedEpisodePage
    from .rated_movie import RatedMovie as RatedMovie
    from .rated_movie_page import RatedMoviePage as RatedMoviePage
    from .rated_tv_show import RatedTVShow as RatedTVShow
    from .rated_tv_show_page import RatedTVShowPage as RatedTVShowPage
    from .rated_value import RatedValue as RatedValue
    from .rating_body import RatingBody as RatingBody
    from .release_date import ReleaseDate as ReleaseDate
    from .request_token import RequestToken as RequestToken
    from .review import Review as Review
    from .review_author import ReviewAuthor as ReviewAuthor
    from .review_details import ReviewDetails as ReviewDetails
    from .review_page import ReviewPage as ReviewPage
    from .screened_episode import ScreenedEpisode as ScreenedEpisode
    from .screened_theatrically import ScreenedTheatrically as ScreenedTheatrically
    from .season import Season as Season
    from .season_account_states import SeasonAccountStates as SeasonAccountStates
    from .season_credits import SeasonCredits as SeasonCredits
    from .season_details import SeasonDetails as SeasonDetails
    from .season_episode import SeasonEpisode as SeasonEpisode
    from .season_external_ids import SeasonExternalIds as SeasonExternalIds
    from .season_images import SeasonImages as SeasonImages
    from .season_translation import SeasonTranslation as SeasonTranslation
    from .season_translation_data import SeasonTranslationData as SeasonTranslationData
    from .season_translations import SeasonTranslations as SeasonTranslations
    from .session import Session as Session
    from .status_response import StatusResponse as StatusResponse
    from .tagged_image import TaggedImage as TaggedImage
    from .tagged_image_page import TaggedImagePage as TaggedImagePage
    from .tagged_media import TaggedMedia as TaggedMedia
    from .time_window import TimeWindow as TimeWindow
    from .trending_page import TrendingPage as TrendingPage
    from .trending_result import TrendingResult as TrendingResult
    from .tv_alternative_titles import TVAlternativeTitles as TVAlternativeTitles
    from .tv_cast_credit import TVCastCredit as TVCastCredit
    from .tv_creator import TVCreator as TVCreator
    from .tv_credits import TVCredits as TVCredits
    from .tv_crew_credit import TVCrewCredit as TVCrewCredit
    from .tv_details import TVDetails as TVDetails
    from .tv_external_ids import TVExternalIds as TVExternalIds
    from .tv_images import TVImages as TVImages
    from .tv_keywords import TVKeywords as TVKeywords
    from .tv_show import TVShow as TVShow
    from .tv_show_page import TVShowPage as TVShowPage
    from .tv_sort_by import TVSortBy as TVSortBy
    from .tv_translation import TVTranslation as TVTranslation
    from .tv_translation_data import TVTranslationData as TVTranslationData
    from .tv_translations import TVTranslations as TVTranslations
    from .unknown_media import UnknownMedia as UnknownMedia
    from .uploaded_avatar import UploadedAvatar as UploadedAvatar
    from .user_list import UserList as UserList
    from .user_list_page import UserListPage as UserListPage
    from .v4_access_token import V4AccessToken as V4AccessToken
    from .v4_access_token_body import V4AccessTokenBody as V4AccessTokenBody
    from .v4_create_list_body import V4CreateListBody as V4CreateListBody
    from .v4_list import V4List as V4List
    from .v4_list_author import V4ListAuthor as V4ListAuthor
    from .v4_list_cleared import V4ListCleared as V4ListCleared
    from .v4_list_created import V4ListCreated as V4ListCreated
    from .v4_list_details import V4ListDetails as V4ListDetails
    from .v4_list_item_comment import V4ListItemComment as V4ListItemComment
    from .v4_list_item_key import V4ListItemKey as V4ListItemKey
    from .v4_list_item_result import V4ListItemResult as V4ListItemResult
    from .v4_list_item_results import V4ListItemResults as V4ListItemResults
    from .v4_list_item_status import V4ListItemStatus as V4ListItemStatus
    from .v4_list_items_body import V4ListItemsBody as V4ListItemsBody
    from .v4_list_page import V4ListPage as V4ListPage
    from .v4_list_sort_by import V4ListSortBy as V4ListSortBy
    from .v4_logout_body import V4LogoutBody as V4LogoutBody
    from .v4_request_token import V4RequestToken as V4RequestToken
    from .v4_request_token_body import V4RequestTokenBody as V4RequestTokenBody
    from .v4_update_items_body import V4UpdateItemsBody as V4UpdateItemsBody
    from .v4_update_list_body import V4UpdateListBody as V4UpdateListBody
    from .video import Video as Video
    from .videos import Videos as Videos
    from .watch_provider import WatchProvider as WatchProvider
    from .watch_provider_list import WatchProviderList as WatchProviderList
    from .watch_provider_offer import WatchProviderOffer as WatchProviderOffer
    from .watch_provider_regions import WatchProviderRegions as WatchProviderRegions
    from .watch_providers import WatchProviders as WatchProviders
    from .watchlist_body import WatchlistBody as WatchlistBody
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "AccountDetails": "account_details",
            "AccountRatedMovie": "account_rated_movie",
            "AccountRatedMoviePage": "account_rated_movie_page",
            "AccountRatedTVShow": "account_rated_tv_show",
            "AccountRatedTVShowPage": "account_rated_tv_show_page",
            "AccountRating": "account_rating",
            "AccountSortBy": "account_sort_by",
            "AccountStates": "account_states",
            "AggregateCastMember": "aggregate_cast_member",
            "AggregateCredits": "aggregate_credits",
            "AggregateCrewMember": "aggregate_crew_member",
            "AggregateJob": "aggregate_job",
            "AggregateRole": "aggregate_role",
            "AlternativeName": "alternative_name",
            "AlternativeNames": "alternative_names",
            "AlternativeTitle": "alternative_title",
            "Avatar": "avatar",
            "CastCredit": "cast_credit",
            "CastMember": "cast_member",
            "Certification": "certification",
            "Certifications": "certifications",
            "Change": "change",
            "ChangeItem": "change_item",
            "ChangedItem": "changed_item",
            "ChangedItemPage": "changed_item_page",
            "Changes": "changes",
            "Collection": "collection",
            "CollectionDetails": "collection_details",
            "CollectionImages": "collection_images",
            "CollectionMatch": "collection_match",
            "CollectionPage": "collection_page",
            "CollectionReference": "collection_reference",
            "CollectionTranslation": "collection_translation",
            "CollectionTranslationData": "collection_translation_data",
            "CollectionTranslations": "collection_translations",
            "Company": "company",
            "CompanyDetails": "company_details",
            "CompanyImages": "company_images",
            "CompanyPage": "company_page",
            "Configuration": "configuration",
            "ContentRating": "content_rating",
            "ContentRatings": "content_ratings",
            "ConvertSessionBody": "convert_session_body",
            "Country": "country",
            "CountryReleaseDates": "country_release_dates",
            "CountryTimezones": "country_timezones",
            "CountryWatchProviders": "country_watch_providers",
            "CreateListBody": "create_list_body",
            "CreateSessionBody": "create_session_body",
            "CreditDetails": "credit_details",
            "CreditMedia": "credit_media",
            "CreditMovie": "credit_movie",
            "CreditTVShow": "credit_tv_show",
            "CrewCredit": "crew_credit",
            "CrewMember": "crew_member",
            "DateRange": "date_range",
            "DatedMoviePage": "dated_movie_page",
            "DeleteSessionBody": "delete_session_body",
            "Episode": "episode",
            "EpisodeAccountState": "episode_account_state",
            "EpisodeCredits": "episode_credits",
            "EpisodeDetails": "episode_details",
            "EpisodeExternalIds": "episode_external_ids",
            "EpisodeGroup": "episode_group",
            "EpisodeGroupDetails": "episode_group_details",
            "EpisodeGroupPart": "episode_group_part",
            "EpisodeGroups": "episode_groups",
            "EpisodeImages": "episode_images",
            "EpisodeTranslation": "episode_translation",
            "EpisodeTranslationData": "episode_translation_data",
            "EpisodeTranslations": "episode_translations",
            "ErrorResponse": "error_response",
            "ExternalSource": "external_source",
            "FavoriteBody": "favorite_body",
            "FindResults": "find_results",
            "Genre": "genre",
            "GenreList": "genre_list",
            "Gravatar": "gravatar",
            "GroupedEpisode": "grouped_episode",
            "GuestSession": "guest_session",
            "Image": "image",
            "ImageConfiguration": "image_configuration",
            "Job": "job",
            "Keyword": "keyword",
            "KeywordMoviePage": "keyword_movie_page",
            "KeywordPage": "keyword_page",
            "KnownFor": "known_for",
            "Language": "language",
            "ListCreated": "list_created",
            "ListDetails": "list_details",
            "ListItem": "list_item",
            "ListItemStatus": "list_item_status",
            "ListMovieBody": "list_movie_body",
            "LoginBody": "login_body",
            "Logo": "logo",
            "MediaKind": "media_kind",
            "Movie": "movie",
            "MovieAlternativeTitles": "movie_alternative_titles",
            "MovieCastCredit": "movie_cast_credit",
            "MovieCastMember": "movie_cast_member",
            "MovieCredits": "movie_credits",
            "MovieCrewCredit": "movie_crew_credit",
            "MovieDetails": "movie_details",
            "MovieExternalIds": "movie_external_ids",
            "MovieImages": "movie_images",
            "MovieKeywords": "movie_keywords",
            "MoviePage": "movie_page",
            "MovieReleaseDates": "movie_release_dates",
            "MovieSortBy": "movie_sort_by",
            "MovieTranslation": "movie_translation",
            "MovieTranslationData": "movie_translation_data",
            "MovieTranslations": "movie_translations",
            "MultiSearchPage": "multi_search_page",
            "MultiSearchResult": "multi_search_result",
            "Network": "network",
            "NetworkDetails": "network_details",
            "NetworkImages": "network_images",
            "ParentCompany": "parent_company",
            "Person": "person",
            "PersonCombinedCredits": "person_combined_credits",
            "PersonDetails": "person_details",
            "PersonExternalIds": "person_external_ids",
            "PersonImages": "person_images",
            "PersonMovieCredits": "person_movie_credits",
            "PersonPage": "person_page",
            "PersonTVCredits": "person_tv_credits",
            "PersonTranslation": "person_translation",
            "PersonTranslationData": "person_translation_data",
            "PersonTranslations": "person_translations",
            "ProductionCountry": "production_country",
            "RatedEpisode": "rated_episode",
            "RatedEpisodePage": "rated_episode_page",
            "RatedMovie": "rated_movie",
            "RatedMoviePage": "rated_movie_page",
            "RatedTVShow": "rated_tv_show",
            "RatedTVShowPage": "rated_tv_show_page",
            "RatedValue": "rated_value",
            "RatingBody": "rating_body",
            "ReleaseDate": "release_date",
            "RequestToken": "request_token",
            "Review": "review",
            "ReviewAuthor": "review_author",
            "ReviewDetails": "review_details",
            "ReviewPage": "review_page",
            "ScreenedEpisode": "screened_episode",
            "ScreenedTheatrically": "screened_theatrically",
            "Season": "season",
            "SeasonAccountStates": "season_account_states",
            "SeasonCredits": "season_credits",
            "SeasonDetails": "season_details",
            "SeasonEpisode": "season_episode",
            "SeasonExternalIds": "season_external_ids",
            "SeasonImages": "season_images",
            "SeasonTranslation": "season_translation",
            "SeasonTranslationData": "season_translation_data",
            "SeasonTranslations": "season_translations",
            "Session": "session",
            "StatusResponse": "status_response",
            "TVAlternativeTitles": "tv_alternative_titles",
            "TVCastCredit": "tv_cast_credit",
            "TVCreator": "tv_creator",
            "TVCredits": "tv_credits",
            "TVCrewCredit": "tv_crew_credit",
            "TVDetails": "tv_details",
            "TVExternalIds": "tv_external_ids",
            "TVImages": "tv_images",
            "TVKeywords": "tv_keywords",
            "TVShow": "tv_show",
            "TVShowPage": "tv_show_page",
            "TVSortBy": "tv_sort_by",
            "TVTranslation": "tv_translation",
            "TVTranslationData": "tv_translation_data",
            "TVTranslations": "tv_translations",
            "TaggedImage": "tagged_image",
            "TaggedImagePage": "tagged_image_page",
            "TaggedMedia": "tagged_media",
            "TimeWindow": "time_window",
            "TrendingPage": "trending_page",
            "TrendingResult": "trending_result",
            "UnknownMedia": "unknown_media",
            "UploadedAvatar": "uploaded_avatar",
            "UserList": "user_list",
            "UserListPage": "user_list_page",
            "V4AccessToken": "v4_access_token",
            "V4AccessTokenBody": "v4_access_token_body",
            "V4CreateListBody": "v4_create_list_body",
            "V4List": "v4_list",
            "V4ListAuthor": "v4_list_author",
            "V4ListCleared": "v4_list_cleared",
            "V4ListCreated": "v4_list_created",
            "V4ListDetails": "v4_list_details",
            "V4ListItemComment": "v4_list_item_comment",
            "V4ListItemKey": "v4_list_item_key",
            "V4ListItemResult": "v4_list_item_result",
            "V4ListItemResults": "v4_list_item_results",
            "V4ListItemStatus": "v4_list_item_status",
            "V4ListItemsBody": "v4_list_items_body",
            "V4ListPage": "v4_list_page",
            "V4ListSortBy": "v4_list_sort_by",
            "V4LogoutBody": "v4_logout_body",
            "V4RequestToken": "v4_request_token",
            "V4RequestTokenBody": "v4_request_token_body",
            "V4UpdateItemsBody": "v4_update_items_body",
            "V4UpdateListBody": "v4_update_list_body",
            "Video": "video",
            "Videos": "videos",
            "WatchProvider": "watch_provider",
            "WatchProviderList": "watch_provider_list",
            "WatchProviderOffer": "watch_provider_offer",
            "WatchProviderRegions": "watch_provider_regions",
            "WatchProviders": "watch_providers",
            "WatchlistBody": "watchlist_body",
        },
    )

__all__ = [
    "AccountDetails",
    "AccountRatedMovie",
    "AccountRatedMoviePage",
    "AccountRatedTVShow",
    "AccountRatedTVShowPage",
    "AccountRating",
    "AccountSortBy",
    "AccountStates",
    "AggregateCastMember",
    "AggregateCredits",
    "AggregateCrewMember",
    "AggregateJob",
    "AggregateRole",
    "AlternativeName",
    "AlternativeNames",
    "AlternativeTitle",
    "Avatar",
    "CastCredit",
    "CastMember",
    "Certification",
    "Certifications",
    "Change",
    "ChangeItem",
    "ChangedItem",
    "ChangedItemPage",
    "Changes",
    "Collection",
    "CollectionDetails",
    "CollectionImages",
    "CollectionMatch",
    "CollectionPage",
    "CollectionReference",
    "CollectionTranslation",
    "CollectionTranslationData",
    "CollectionTranslations",
    "Company",
    "CompanyDetails",
    "CompanyImages",
    "CompanyPage",
    "Configuration",
    "ContentRating",
    "ContentRatings",
    "ConvertSessionBody",
    "Country",
    "CountryReleaseDates",
    "CountryTimezones",
    "CountryWatchProviders",
    "CreateListBody",
    "CreateSessionBody",
    "CreditDetails",
    "CreditMedia",
    "CreditMovie",
    "CreditTVShow",
    "CrewCredit",
    "CrewMember",
    "DateRange",
    "DatedMoviePage",
    "DeleteSessionBody",
    "Episode",
    "EpisodeAccountState",
    "EpisodeCredits",
    "EpisodeDetails",
    "EpisodeExternalIds",
    "EpisodeGroup",
    "EpisodeGroupDetails",
    "EpisodeGroupPart",
    "EpisodeGroups",
    "EpisodeImages",
    "EpisodeTranslation",
    "EpisodeTranslationData",
    "EpisodeTranslations",
    "ErrorResponse",
    "ExternalSource",
    "FavoriteBody",
    "FindResults",
    "Genre",
    "GenreList",
    "Gravatar",
    "GroupedEpisode",
    "GuestSession",
    "Image",
    "ImageConfiguration",
    "Job",
    "Keyword",
    "KeywordMoviePage",
    "KeywordPage",
    "KnownFor",
    "Language",
    "ListCreated",
    "ListDetails",
    "ListItem",
    "ListItemStatus",
    "ListMovieBody",
    "LoginBody",
    "Logo",
    "MediaKind",
    "Movie",
    "MovieAlternativeTitles",
    "MovieCastCredit",
    "MovieCastMember",
    "MovieCredits",
    "MovieCrewCredit",
    "MovieDetails",
    "MovieExternalIds",
    "MovieImages",
    "MovieKeywords",
    "MoviePage",
    "MovieReleaseDates",
    "MovieSortBy",
    "MovieTranslation",
    "MovieTranslationData",
    "MovieTranslations",
    "MultiSearchPage",
    "MultiSearchResult",
    "Network",
    "NetworkDetails",
    "NetworkImages",
    "ParentCompany",
    "Person",
    "PersonCombinedCredits",
    "PersonDetails",
    "PersonExternalIds",
    "PersonImages",
    "PersonMovieCredits",
    "PersonPage",
    "PersonTVCredits",
    "PersonTranslation",
    "PersonTranslationData",
    "PersonTranslations",
    "ProductionCountry",
    "RatedEpisode",
    "RatedEpisodePage",
    "RatedMovie",
    "RatedMoviePage",
    "RatedTVShow",
    "RatedTVShowPage",
    "RatedValue",
    "RatingBody",
    "ReleaseDate",
    "RequestToken",
    "Review",
    "ReviewAuthor",
    "ReviewDetails",
    "ReviewPage",
    "ScreenedEpisode",
    "ScreenedTheatrically",
    "Season",
    "SeasonAccountStates",
    "SeasonCredits",
    "SeasonDetails",
    "SeasonEpisode",
    "SeasonExternalIds",
    "SeasonImages",
    "SeasonTranslation",
    "SeasonTranslationData",
    "SeasonTranslations",
    "Session",
    "StatusResponse",
    "TVAlternativeTitles",
    "TVCastCredit",
    "TVCreator",
    "TVCredits",
    "TVCrewCredit",
    "TVDetails",
    "TVExternalIds",
    "TVImages",
    "TVKeywords",
    "TVShow",
    "TVShowPage",
    "TVSortBy",
    "TVTranslation",
    "TVTranslationData",
    "TVTranslations",
    "TaggedImage",
    "TaggedImagePage",
    "TaggedMedia",
    "TimeWindow",
    "TrendingPage",
    "TrendingResult",
    "UnknownMedia",
    "UploadedAvatar",
    "UserList",
    "UserListPage",
    "V4AccessToken",
    "V4AccessTokenBody",
    "V4CreateListBody",
    "V4List",
    "V4ListAuthor",
    "V4ListCleared",
    "V4ListCreated",
    "V4ListDetails",
    "V4ListItemComment",
    "V4ListItemKey",
    "V4ListItemResult",
    "V4ListItemResults",
    "V4ListItemStatus",
    "V4ListItemsBody",
    "V4ListPage",
    "V4ListSortBy",
    "V4LogoutBody",
    "V4RequestToken",
    "V4RequestTokenBody",
    "V4UpdateItemsBody",
    "V4UpdateListBody",
    "Video",
    "Videos",
    "WatchProvider",
    "WatchProviderList",
    "WatchProviderOffer",
    "WatchProviderRegions",
    "WatchProviders",
    "WatchlistBody",
]
