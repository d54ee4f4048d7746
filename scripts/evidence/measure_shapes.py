"""Count the keys and types of recorded answers by operation, for comparison with the embedded TMDB.

    python -m scripts.evidence.measure_shapes CORPUS [--output FILE]

Writes counts and names of keys only, no content of an answer. `python -m scripts.evidence.embedded_shapes` compares them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from scripts.atomic_write import write_text
from scripts.evidence.recorded_shapes import SINCE, recorded_shapes
from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.paths import ROOT

SHAPES = ROOT / "openapi" / "shapes.json"


def render_shapes(recordings: Iterable[RecordedAnswer]) -> str:
    """Return the content of openapi/shapes.json."""
    everything = list(recordings)
    shapes = recorded_shapes(everything)
    content = {
        "recordings": len(everything),
        "since": SINCE,
        "operations": {name: shapes[name].to_json() for name in sorted(shapes)},
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    parser = argparse.ArgumentParser(description="Count keys and types of recorded answers, by operation.")
    parser.add_argument("corpus", type=Path, help="folder of recorded answers")
    parser.add_argument("--output", type=Path, default=SHAPES)
    options = parser.parse_args(arguments)
    try:
        text = render_shapes(read_recordings([options.corpus]))
    except (OSError, ValueError) as error:
        print(f"measure_shapes: {error}", file=sys.stderr)
        return 2
    write_text(options.output, text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
