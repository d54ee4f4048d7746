"""Values that the template prints for `details` methods.

A method has an overload for each type of `append`, each with all keywords, because editors do not show the keywords of an
unpacked `TypedDict`.
"""

from __future__ import annotations

import textwrap

from scripts.json_io import Json
from scripts.regenerate.document import operations, target
from scripts.regenerate.write.bindings_view import endpoint_names, make_view, parents
from scripts.shared_sentences import ARGUMENTS, error_sentence

_LANGUAGES = "Sequence[str | None]"
#: Keywords in order, with types and values that differ from the parameter's. Other parameters follow.
_KEYWORDS = {
    "start_date": {},
    "end_date": {},
    "page": {},
    "include_image_language": {"annotation": _LANGUAGES, "value": "choice.images"},
    "include_video_language": {
        "annotation": _LANGUAGES,
        "value": 'languages_text("include_video_language", include_video_language)',
    },
    "language": {"value": "choice.language"},
    "languages": {"annotation": _LANGUAGES, "value": ""},
    "session_id": {},
    "guest_session_id": {},
}
#: The sentences of arguments for which the sentence of other methods, if there is one, does not fit.
_SENTENCES = {
    "movie_id": "TMDB's id of the movie, or its IMDb id such as `tt0137523`.",
    "languages": (
        'Languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of `language`. A text that is '
        "missing in one language is taken from the next, and so are appended images. `localization()` returns the "
        "language of each text."
    ),
    "start_date": "First day of appended changes.",
    "end_date": "Last day of appended changes, at most 14 days after the first.",
    "page": "Page of appended lists. Defaults to the first.",
    "include_image_language": 'Languages of appended images, such as `["pt", None]`; `None` stands for images without text.',
    "include_video_language": 'Languages of appended videos, such as `["pt", "en"]`.',
    "session_id": "Session of the user whose account states are appended. Defaults to the client's session.",
    "guest_session_id": "Session of a guest, instead of a user's.",
}
#: Nouns that differ from the name of the class.
_NOUNS = {"TV": "TV series"}
#: Blocks for examples, in order of preference.
_EXAMPLES = ("credits", "videos", "movie_credits", "images", "movies", "translations")


def details_methods(document: Json) -> list[Json]:
    """Return the facts of each `details` method, in the order of the prepared document.

    Args:
        document: The prepared document.

    Returns:
        The values for the template `details.py.jinja`.
    """
    view = make_view(document)
    models = {name: view["components"]["schemas"][name]["x-python"] for name in parents(document)}
    methods: list[Json] = []
    for path, method, operation in operations(document):
        success = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
        name = target(success.get("schema", {}))
        if operation["x-operation"].get("appendable") and name in models:
            facts = view["paths"][path][method]["responses"]["200"]["x-python"]
            methods.append(_method(operation, facts, models[name]))
    return methods


def _method(operation: Json, facts: Json, model: Json) -> Json:
    prefix: str = model["prefix"]
    noun = _NOUNS.get(prefix, prefix.lower())
    query = {parameter["name"]: parameter for parameter in facts["query_parameters"]}
    query.pop("append_to_response", None)
    if "language" in query:
        query["languages"] = {"annotation": _LANGUAGES}
    names = [*(name for name in _KEYWORDS if name in query), *(name for name in query if name not in _KEYWORDS)]
    keywords = [{"value": name, **query[name], "name": name, **_KEYWORDS.get(name, {})} for name in names]
    numbered = next((block for block in model["blocks"] if block["parameter"]), None)
    tag, module = endpoint_names(operation)
    method: Json = {
        "prefix": prefix,
        "model": model["name"],
        "noun": noun,
        "article": "an" if noun[0] in "aeiou" else "a",
        "variable": noun.split()[-1],
        "api": f"api.{tag}.{module}",
        "path_parameters": facts["path_parameters"],
        "keywords": keywords,
        "examples": [block for name in _EXAMPLES for block in model["blocks"] if block["attribute"] == name][:2],
        "season": numbered,
        "localized": "language" in query,
        "reference": facts["reference"],
    }
    return {**method, "docstring": textwrap.indent(_docstring(method), " " * 8)}


def _docstring(method: Json) -> str:
    """Return the docstring of a method."""
    noun, variable = method["noun"], method["variable"]
    examples: list[Json] = method["examples"]
    append = "Blocks to append, or a list of their names; each becomes an attribute."
    if examples:
        constants, attribute = " | ".join(block["constant"] for block in examples), examples[0]["attribute"]
        append = (
            f"Blocks to append: `{constants}`, or a list of their names. Each becomes an attribute, as in "
            f"`{variable}.{attribute}`. More than 20 blocks take more than one request."
        )
    arguments = [(parameter["name"], _sentence(parameter)) for parameter in method["path_parameters"]]
    arguments.append(("append", append))
    if method["season"]:
        arguments.append(("seasons", "Numbers of the seasons to append with their episodes, as in `series.season(1)`."))
    arguments += [(keyword["name"], _sentence(keyword)) for keyword in method["keywords"]]
    names = [name for name, _ in arguments]
    errors = [(error, error_sentence(error, names) or "") for error in ("NotFoundError", "TMDBError")]
    errors.append(("InvalidArgumentError", "An argument is invalid, such as a block that this answer cannot have."))
    parts = [f"Get the details of {method['article']} {noun}.", "", "Args:"]
    parts += [_entry(name, text) for name, text in arguments]
    parts += ["", "Returns:", f"    The {noun}, with exactly the requested blocks.", "", "Raises:"]
    parts += [_entry(name, text) for name, text in errors]
    return '"""' + "\n".join([*parts, "", method["reference"]]) + '\n"""'


def _sentence(parameter: Json) -> str:
    name = parameter["name"]
    return _SENTENCES.get(name) or ARGUMENTS.get(name) or str(parameter["description"])


def _entry(name: str, text: str) -> str:
    return textwrap.fill(
        f"{name}: {text}", 112, initial_indent="    ", subsequent_indent=" " * 8, break_on_hyphens=False
    )
