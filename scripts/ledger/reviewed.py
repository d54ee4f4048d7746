"""The reviewed differences between the facade and the prepared document."""

from __future__ import annotations

import msgspec

from scripts.json_io import load_yaml
from scripts.paths import ROOT


class ReviewedDifferences(msgspec.Struct, forbid_unknown_fields=True):
    """The reasons in `openapi/facade_differences.yaml`, whose comments describe them.

    Attributes:
        undocumented: Requests that the document does not have.
        unsent: Documented parameters, keys and blocks that no method sends.
        converted: Arguments that are sent in another form.
        silent: Methods that send no request.
        composed: Methods that call several operations. They are not called here: each operation has its own method.
    """

    undocumented: dict[str, str]
    unsent: dict[str, str]
    converted: dict[str, str]
    silent: dict[str, str]
    composed: dict[str, str]


#: The reasons, read once.
REVIEWED = msgspec.convert(load_yaml(ROOT / "openapi" / "facade_differences.yaml"), ReviewedDifferences)
