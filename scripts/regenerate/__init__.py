"""Pipeline from TMDB's OpenAPI documents to the prepared document and the bindings."""

from __future__ import annotations

import sys
from importlib.util import find_spec

if _missing := [
    name
    for name in (
        "httpx",
        "jinja2",
        "jsonpath",
        "jsonschema_rs",
        "openapi_python_client",
        "openapi_spec_validator",
        "yaml",
    )
    if find_spec(name) is None
]:
    sys.exit(f"regenerate: {', '.join(_missing)} missing: run `make regenerate`, which installs what it needs")
