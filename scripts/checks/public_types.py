"""Is the type of every public name known? pyright's completeness report over the installed packages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PACKAGE = "tmdb_facade"


def incomplete_types(python: Path, place: Path) -> list[str]:
    """Return the public names without a fully known type; pyright must find some that have one.

    Args:
        python: The environment in which the packages are installed: not an editable one, which pyright does not see.
        place: A folder outside the repository, so that its settings and files do not mix in.
    """
    command = [sys.executable, "-m", "pyright", "--verifytypes", PACKAGE, "--ignoreexternal", "--outputjson"]
    # With --verifytypes, pyright takes no notice of --pythonpath: it asks the first python on the path.
    environment = {**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
    try:
        report: dict[str, Any] = json.loads(run.stdout)["typeCompleteness"]
    except (ValueError, KeyError):
        return [f"pyright --verifytypes said nothing useful:\n{run.stdout}{run.stderr}"]
    faults = [
        f"{symbol['name']}: {'; '.join(diagnostic['message'] for diagnostic in symbol['diagnostics'])}"
        for symbol in report["symbols"]
        if symbol["isExported"] and not symbol["isTypeKnown"]
    ]
    if not report["exportedSymbolCounts"]["withKnownType"]:
        faults.append(f"pyright --verifytypes found no public name in {PACKAGE}")
    return faults
