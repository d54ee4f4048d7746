"""Values that the template prints for `details` methods.

A method has an overload for each type of `append`, each with all keywords, because editors do not show the keywords of an
unpacked `TypedDict`.
"""

from __future__ import annotations

from collections.abc import Mapping

from scripts.json_io import Json
from scripts.regenerate.document import operations, success, target
from scripts.regenerate.write.bindings_view import endpoint_names, make_view, parents
from scripts.shared_sentences import ARGUMENTS

_LANGUAGES = "Sequence[str | None]"
#: Keywords in order, with types and values that differ from the parameter's. Other parameters follow.
_KEYWORDS = {
    # First, because pyright shows the first description whose name ends like the parameter's.
    "language": {"value": "choice.language"},
    "languages": {"annotation": _LANGUAGES, "value": ""},
    "start_date": {},
    "end_date": {},
    "page": {},
    "include_image_language": {"annotation": _LANGUAGES, "value": "choice.images"},
    "include_video_language": {
        "annotation": _LANGUAGES,
        "value": 'languages_text("include_video_language", include_video_language)',
    },
    "session_id": {},
    "guest_session_id": {},
}
#: Nouns that differ from the name of the class.
_NOUNS = {"TV": "TV series"}
#: Plurals that are not regular.
_PLURALS = {"TV": "TV series", "Person": "people", "Company": "companies"}
#: Blocks for examples, in order of preference.
_EXAMPLES = ("credits", "videos", "movie_credits", "images", "movies", "translations")


def details_methods(document: Json, sentences: Mapping[str, str]) -> list[Json]:
    """Return the facts of each `details` method, in the order of the prepared document.

    Args:
        document: The prepared document.
        sentences: The sentences of arguments for which the one of other methods, if there is one, does not fit.

    Returns:
        The values for the template `details.py.jinja`.
    """
    view = make_view(document)
    models = {name: view["components"]["schemas"][name]["x-python"] for name in parents(document)}
    methods: list[Json] = []
    for path, method, operation in operations(document):
        name = target(success(operation) or {})
        if operation["x-operation"].get("appendable") and name in models:
            facts = view["paths"][path][method]["responses"]["200"]["x-python"]
            methods.append(_method(operation, facts, models[name], sentences))
    return methods


def _method(operation: Json, facts: Json, model: Json, sentences: Mapping[str, str]) -> Json:
    prefix: str = model["prefix"]
    noun = _NOUNS.get(prefix, prefix.lower())
    query = {parameter["name"]: parameter for parameter in facts["query_parameters"]}
    query.pop("append_to_response", None)
    if "language" in query:
        query["languages"] = {"description": "Languages in order of preference."}
    names = [*(name for name in _KEYWORDS if name in query), *(name for name in query if name not in _KEYWORDS)]
    keywords = [{"value": name, **query[name], "name": name, **_KEYWORDS.get(name, {})} for name in names]
    numbered = next((block for block in model["blocks"] if block["parameter"]), None)
    parameters = [*facts["path_parameters"], *keywords]
    for parameter in parameters:
        parameter["sentence"] = sentences.get(parameter["name"]) or ARGUMENTS.get(parameter["name"], "")
    tag, module = endpoint_names(operation)
    return {
        "prefix": prefix,
        "model": f"models.{model['name']}",
        "noun": noun,
        "article": "an" if noun[0] in "aeiou" else "a",
        "plural": _PLURALS.get(prefix, f"{noun}s"),
        "variable": noun.split()[-1],
        "api": f"api.{tag}.{module}",
        "path_parameters": facts["path_parameters"],
        "id_type": _id_type(facts["path_parameters"]),
        "ids_sentence": _ids_sentence(facts["path_parameters"]),
        "keywords": keywords,
        "examples": [block for name in _EXAMPLES for block in model["blocks"] if block["attribute"] == name][:2],
        "season": numbered,
        "localized": "language" in query,
        "reference": facts["reference"],
        "deprecated": facts["deprecated"],
    }


def _id_type(parameters: list[Json]) -> str:
    """Return the type of an id: that of the only path parameter, or a tuple of all."""
    types = [parameter["annotation"] for parameter in parameters]
    return types[0] if len(types) == 1 else f"tuple[{', '.join(types)}]"


def _ids_sentence(parameters: list[Json]) -> str:
    """Return the sentence about the ids of `details_many`."""
    names = [parameter["name"] for parameter in parameters]
    form = "TMDB's ids" if len(names) == 1 else f"Tuples of {', '.join(names[:-1])} and {names[-1]}"
    return f"{form}: any iterable, also an endless one. They are read as requests end, and repeated ones are skipped."
