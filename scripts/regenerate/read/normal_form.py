"""Normal form of upstream documents: the API without texts and examples, in the dialect that TMDB's documents use.

Documents can describe the same API in different ways. In the normal form, references are replaced by what they refer to,
`nullable` is a type and `const` an enum, paths are complete, and operations have the parameters of their path. So the overlays
and the rest of the pipeline do not depend on the style of a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from scripts.json_io import InputError, Json, is_list, is_mapping
from scripts.regenerate.document import METHODS, resolve
from scripts.regenerate.read.parameter_schema import flatten

#: The maximum number of values, with every reference replaced. TMDB's v3 document has 40,000.
MOST_VALUES = 1_000_000
# Keywords for texts and examples. Fields may have the same names, so these keywords are not removed from `properties`.
_PROSE = frozenset({"description", "summary", "title", "example", "examples", "externalDocs", "discriminator", "xml"})
# Keywords whose values are copied unchanged.
_VALUES = frozenset({"enum", "const", "default", "required"})
# Keywords whose values have names as keys.
_NAMED = frozenset({"properties", "patternProperties"})


def normal_form(document: Json, name: str) -> Json:
    """Return the normal form of an OpenAPI 3 document.

    Args:
        document: The document, which is not modified.
        name: The document's name for error messages.

    Raises:
        InputError: The document refers to another file, or is too large.
    """
    return _NormalForm(document, name).build()


class _NormalForm:
    def __init__(self, document: Json, name: str) -> None:
        self._document = document
        self._name = name
        self._active: list[str] = []
        self._count = 0

    def build(self) -> Json:
        document = self._document
        info: Json = document["info"]
        result: Json = {key: document[key] for key in ("openapi", "security") if key in document}
        result["info"] = {"title": str(info.get("title", "")), "version": str(info.get("version", ""))}
        if origins := list(dict.fromkeys(origin for url in _urls(document) if (origin := _origin(url)))):
            result["servers"] = [{"url": origin} for origin in origins]
        components = document.get("components")
        if is_mapping(components) and is_mapping(components.get("securitySchemes")):
            schemes: Json = components["securitySchemes"]
            result["components"] = {"securitySchemes": {key: self._part(scheme) for key, scheme in schemes.items()}}
        paths: Json = {}
        for path, method, operation in self._operations():
            paths.setdefault(path, {})[method] = operation
        return {**result, "paths": paths}

    def _operations(self) -> Iterator[tuple[str, str, Json]]:
        """Yield the complete path, the method and the operation of each operation."""
        for path, listed in self._document["paths"].items():
            item: Json = self._part(listed)
            for method in METHODS:
                operation: Any = item.get(method)
                if is_mapping(operation):
                    shared = item.get("parameters")
                    own = operation.get("parameters")
                    if parameters := self._parameters([*_list(shared), *_list(own)]):
                        operation["parameters"] = parameters
                    urls = [url for holder in (operation, item, self._document) for url in _urls(holder)]
                    operation.pop("servers", None)
                    yield _complete(path, urls[0] if urls else ""), method, operation

    def _parameters(self, listed: list[Any]) -> list[Any]:
        """Return the parameters of an operation, of which later ones override earlier ones."""
        found: dict[object, Any] = {}
        for parameter in listed:
            if is_mapping(parameter) and isinstance(parameter.get("name"), str):
                if "content" in parameter:
                    media = list(_mapping(parameter.pop("content")).values())
                    parameter["schema"] = _mapping(media[0]).get("schema") if media else None
                if "schema" in parameter:
                    parameter["schema"] = flatten(parameter["schema"])
                found[str(parameter.get("in")), parameter["name"]] = parameter
        return list(found.values())

    def _part(self, value: Any, *, named: bool = False) -> Any:
        """Return the normal form of a part of the document.

        Args:
            value: The part.
            named: Whether its keys are names (of fields, responses or media types) instead of keywords.
        """
        self._count += 1
        if self._count > MOST_VALUES:
            raise InputError(f"{self._name}: too large: more than {MOST_VALUES:,} values with its references replaced")
        if is_list(value):
            return [self._part(item) for item in value]
        if not is_mapping(value):
            return value
        if named:
            return {key: self._part(inner) for key, inner in value.items()}
        if isinstance(reference := value.get("$ref"), str):
            return self._referred(reference, value)
        result: Json = {}
        for key, inner in value.items():
            if key in _PROSE or key.startswith("x-") or (key == "deprecated" and inner is False):
                continue
            if key in _VALUES:
                result[key] = inner
            elif key == "responses" and is_mapping(inner):
                result[key] = self._responses(inner)
            elif key == "content" and is_mapping(inner):
                # Parameters such as `charset` do not matter.
                result[key] = {
                    media.partition(";")[0].strip().lower(): self._part(body) for media, body in inner.items()
                }
            else:
                result[key] = self._part(inner, named=key in _NAMED)
        return _keywords(result)

    def _referred(self, reference: str, node: Json) -> Any:
        """Return what a reference refers to, with the keywords beside it. A recursive reference is any JSON."""
        if not reference.startswith("#"):
            raise InputError(f"{self._name}: refers to another file, {reference}: bundle the document first")
        if reference in self._active:
            return {}
        self._active.append(reference)
        beside = {key: value for key, value in node.items() if key != "$ref"}
        found = resolve(reference, self._document)
        made = self._part({**found, **beside} if is_mapping(found) else beside)
        self._active.pop()
        return made

    def _responses(self, responses: Json) -> Json:
        # OpenAPI requires a description in each response. A range stands for its first status.
        made = {code: {"description": "", **_mapping(self._part(response))} for code, response in responses.items()}
        ranges = {f"{code[0]}00": response for code, response in made.items() if code.upper().endswith("XX")}
        return {**ranges, **{code: response for code, response in made.items() if not code.upper().endswith("XX")}}


def _keywords(node: Json) -> Json:
    """Return a node with the keywords of OpenAPI 3.1 that TMDB's documents use."""
    if "const" in node:
        node["enum"] = [node.pop("const")]
    # OpenAPI 3.0.
    if node.pop("nullable", False) is not True:
        return node
    declared = node.get("type")
    if isinstance(declared, str):
        return {**node, "type": [declared, "null"]}
    if is_list(declared):
        return node if "null" in declared else {**node, "type": [*declared, "null"]}
    return {"anyOf": [node, {"type": "null"}]}


def _urls(holder: Json) -> list[str]:
    """Return the URLs of the servers of a document, path or operation, with the defaults of their variables."""
    urls: list[str] = []
    for server in _list(holder.get("servers")):
        if is_mapping(server) and isinstance(server.get("url"), str):
            url: str = server["url"]
            for name, variable in _mapping(server.get("variables")).items():
                url = url.replace(f"{{{name}}}", str(_mapping(variable).get("default", "")))
            urls.append(url)
    return urls


def _origin(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}" if rest else ""


def _complete(path: str, url: str) -> str:
    """Return a path with the path of its server, unless it has it already, and without a slash at the end."""
    prefix = urlsplit(url).path.rstrip("/")
    path = path.rstrip("/") or "/"
    return path if path == prefix or path.startswith(f"{prefix}/") else prefix + path


def _list(value: object) -> list[Any]:
    return value if is_list(value) else []


def _mapping(value: object) -> Json:
    return value if is_mapping(value) else {}
