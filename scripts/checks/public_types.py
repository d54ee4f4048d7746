"""Check that the type of every public name is known, with pyright's completeness report on the installed packages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PACKAGE = "tmdb_facade"


def incomplete_types(python: Path, place: Path) -> list[str]:
    """Return the public names without a fully known type.

    Args:
        python: The environment in which the packages are installed, not editable, which pyright does not support here.
        place: A folder outside the repository, so that the repository's settings do not apply.
    """
    command = [sys.executable, "-m", "pyright", "--verifytypes", PACKAGE, "--ignoreexternal", "--outputjson"]
    # With --verifytypes pyright ignores --pythonpath and uses the first python on PATH.
    environment = {**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
    try:
        report: dict[str, Any] = json.loads(run.stdout)["typeCompleteness"]
    except (ValueError, KeyError):
        return [f"pyright --verifytypes failed:\n{run.stdout}{run.stderr}"]
    faults = [
        f"{symbol['name']}: {'; '.join(diagnostic['message'] for diagnostic in symbol['diagnostics'])}"
        for symbol in report["symbols"]
        if symbol["isExported"] and not symbol["isTypeKnown"]
    ]
    if not report["exportedSymbolCounts"]["withKnownType"]:
        faults.append(f"pyright --verifytypes found no public name in {PACKAGE}")
    return faults
