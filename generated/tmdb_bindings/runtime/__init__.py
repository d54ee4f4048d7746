# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""The runtime of the generated modules. Each of its modules is imported when one of its names is first used."""

from __future__ import annotations

from .lazy import lazy_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .append import Append as Append
    from .countries import CountryCertification as CountryCertification
    from .countries import country_code as country_code
    from .decoding import decode as decode
    from .details import Details as Details
    from .details import block_names as block_names
    from .details import merge_blocks as merge_blocks
    from .details import missing_blocks as missing_blocks
    from .details import read_blocks as read_blocks
    from .details import report_missing_blocks as report_missing_blocks
    from .drift import DeferredDrift as DeferredDrift
    from .drift import Difference as Difference
    from .drift import Drift as Drift
    from .drift import DriftError as DriftError
    from .drift import DriftWarning as DriftWarning
    from .drift import NotJSONError as NotJSONError
    from .drift import OnDrift as OnDrift
    from .drift import warn_caller as warn_caller
    from .extensions import MissingBlockError as MissingBlockError
    from .extensions import use_extensions as use_extensions
    from .lenient_json import parse_json as parse_json
    from .lenient_json import parse_readable as parse_readable
    from .model import Model as Model
    from .open_enums import OpenIntEnum as OpenIntEnum
    from .open_enums import OpenStrEnum as OpenStrEnum
    from .operation import Endpoint as Endpoint
    from .operation import Operation as Operation
    from .operation import Request as Request
    from .parameters import ParameterError as ParameterError
    from .parameters import as_integer as as_integer
    from .parameters import path_segment as path_segment
    from .parameters import query_flag as query_flag
    from .parameters import query_text as query_text
    from .parameters import query_value as query_value
    from .partial_date import PartialDate as PartialDate
    from .reading import strict_decoder as strict_decoder
    from .titles import Title as Title
    from .translated import Translated as Translated
    from .translated import translated_rows as translated_rows
    from .values import JSONValue as JSONValue
else:
    _NAMES = {
        "append": "Append",
        "countries": "CountryCertification country_code",
        "decoding": "decode",
        "details": "Details block_names merge_blocks missing_blocks read_blocks report_missing_blocks",
        "drift": "DeferredDrift Difference Drift DriftError DriftWarning NotJSONError OnDrift warn_caller",
        "extensions": "MissingBlockError use_extensions",
        "lenient_json": "parse_json parse_readable",
        "model": "Model",
        "open_enums": "OpenIntEnum OpenStrEnum",
        "operation": "Endpoint Operation Request",
        "parameters": "ParameterError as_integer path_segment query_flag query_text query_value",
        "partial_date": "PartialDate",
        "reading": "strict_decoder",
        "translated": "Translated translated_rows",
        "titles": "Title",
        "values": "JSONValue",
    }
    __getattr__, __dir__ = lazy_names(__name__, {name: module for module in _NAMES for name in _NAMES[module].split()})
    __all__ = __dir__()
