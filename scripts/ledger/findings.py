"""Differences between the facade and the prepared document, except for the reviewed ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scripts.ledger.document import Document, DocumentOperation, Sent
from scripts.ledger.recording import RecordedCall
from scripts.ledger.reviewed import REVIEWED
from tmdb_bindings.runtime import Append
from tmdb_facade import AllOf, AnyOf, Between


def unknown_requests(document: Document, calls: Iterable[RecordedCall]) -> Iterator[str]:
    """Yield the requests that match no operation or are invalid."""
    for call in calls:
        for sent in call.sent:
            operation = document.find(sent.method, sent.path)
            if operation is not None:
                yield from (f"{call.method} sends {sent}: {fault}" for fault in operation.faults(sent))
            elif f"{sent.method} {sent.path}" not in REVIEWED.undocumented:
                yield f"{call.method} sends {sent}: no such operation"


def unreached(document: Document, calls: Iterable[RecordedCall]) -> Iterator[str]:
    """Yield the operations that no method calls, and the parameters, choices and blocks that no method sends."""
    requests: defaultdict[str, list[Sent]] = defaultdict(list)
    for call in calls:
        for sent in call.sent:
            if (operation := document.find(sent.method, sent.path)) is not None:
                requests[operation.title].append(sent)
    missing: dict[str, str] = {}
    for title, operation in document.operations.items():
        if title not in requests:
            yield f"{title}: no method calls it"
            continue
        for name, what in _unsent(operation, requests[title]):
            missing[f"{title}: {name}"] = what
    yield from (f"{key}: no method sends this {what}" for key, what in missing.items() if key not in REVIEWED.unsent)
    yield from (f"{key}: listed as unsent, but a method sends it" for key in REVIEWED.unsent if key not in missing)


def _unsent(operation: DocumentOperation, requests: Sequence[Sent]) -> Iterator[tuple[str, str]]:
    queries = [dict(sent.query) for sent in requests]
    bodies = [sent.json or {} for sent in requests]
    variables = [operation.variables(sent.method, sent.path) or {} for sent in requests]
    for what, schemas, found in (
        ("parameter", operation.query, queries),
        ("part of the path", operation.path_variables, variables),
        ("key of the body", (operation.body or {}).get("properties", {}), bodies),
    ):
        for name, schema in schemas.items():
            values = {str(values[name]) for values in found if name in values}
            if not values:
                yield name, what
            for choice in operation.resolved(schema).get("enum", ()):
                if values and str(choice) not in values:
                    yield f"{name}={choice}", "choice"
    blocks = {block for query in queries for block in query.get("append_to_response", "").split(",")}
    for block in operation.blocks:
        form = re.sub(r"\\{\w+\\}", r"\\d+", re.escape(block))
        if not any(re.fullmatch(form, one) for one in blocks):
            yield f"append_to_response={block}", "block"


def silent_methods(calls: Iterable[RecordedCall]) -> Iterator[str]:
    """Yield the methods that send nothing, except for the reviewed ones, which must send nothing."""
    sent: defaultdict[str, int] = defaultdict(int)
    for call in calls:
        sent[call.method] += len(call.sent)
    yield from (f"{name} sends nothing" for name, number in sent.items() if not number and name not in REVIEWED.silent)
    yield from (
        f"{name} is listed as silent, but is missing or sends requests" for name in REVIEWED.silent if sent.get(name, 1)
    )


def lost_arguments(document: Document, calls: Iterable[RecordedCall]) -> Iterator[str]:
    """Yield the arguments that are not sent, or not under their own name."""
    unused = set(REVIEWED.converted)
    for call in calls:
        if call.method in REVIEWED.silent:
            continue
        converted = {name: {name, f"{call.method}: {name}"} & REVIEWED.converted.keys() for name in call.arguments}
        unused -= {key for keys in converted.values() for key in keys}
        arguments = {name: value for name, value in call.arguments.items() if not converted[name]}
        sent = {text for one in call.sent for text in _sent_texts(one)}
        for name, value in arguments.items():
            if lost := _texts(value) - sent:
                yield f"{call.method} does not send its {name}: {', '.join(sorted(lost))}"
        for one in call.sent:
            if (operation := document.find(one.method, one.path)) is not None:
                for name, value in arguments.items():
                    yield from (
                        f"{call.method} sends {one}: {fault}" for fault in _misplaced(name, value, operation, one)
                    )
    yield from (f"{key} is listed as converted, but no such argument exists" for key in sorted(unused))


def _misplaced(name: str, value: Any, operation: DocumentOperation, sent: Sent) -> Iterator[str]:
    """Yield the parameters of a request that have an argument's name but not its value."""
    body = sent.json
    documented = {*operation.query, *operation.path_variables, *(operation.body or {}).get("properties", {})}
    places = {place: {text, *_parts(text)} for place, text in sent.query}
    places |= {place: {text} for place, text in (operation.variables(sent.method, sent.path) or {}).items()}
    places |= {key: _texts(part) for key, part in (body or {}).items()}
    # Arguments of discover lack TMDB's prefix, and a range is two parameters.
    ends = {".gte": value.low, ".lte": value.high} if value.__class__ is Between else {"": value}
    for place, expected in ((f"{prefix}{name}{end}", one) for prefix in ("", "with_") for end, one in ends.items()):
        if place in documented and not _texts(expected) <= places.get(place, set()):
            yield f"{place} should be {', '.join(sorted(_texts(expected)))}"


def _sent_texts(sent: Sent) -> Iterator[str]:
    yield from sent.path.split("/")
    for _, value in sent.query:
        yield value
        yield from _parts(value)
    yield from _texts(sent.json)


def _parts(text: str) -> Iterator[str]:
    """Split a joined value; a block such as `season/2` also contains a number."""
    for part in re.split(r"[,|]", text):
        yield part
        yield from part.split("/")


def _texts(value: Any) -> set[str]:
    """Return the texts that represent a value in a request; collections are split."""
    kind = value.__class__
    if value is None:
        return set()
    if kind is Append:
        return set(value.blocks)
    if kind is Between:
        return _texts([value.low, value.high])
    if kind in (AllOf, AnyOf):
        return _texts(value.values)
    if kind is dict:
        return _texts([*value.keys(), *value.values()])
    if kind in (list, tuple):
        return {text for member in value for text in _texts(member)}
    return {str(value).lower() if kind is bool else str(value)}
