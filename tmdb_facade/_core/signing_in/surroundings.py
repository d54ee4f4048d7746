"""What a program's surroundings say about browsers, and the program's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final

_SSH: Final = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_CONTAINERS: Final = ("container", "KUBERNETES_SERVICE_HOST", "CODESPACES", "REMOTE_CONTAINERS")
_CONTAINER_FILES: Final = ("/.dockerenv", "/run/.containerenv")
_DISPLAYS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
#: Systems that show windows without telling so in the environment.
_DESKTOPS: Final = ("darwin", "win32", "cygwin")

_LONGEST_NAME: Final = 60


def has_local_browser(environ: Mapping[str, str], platform: str, has_file: Callable[[str], bool]) -> bool:
    """Return whether the user's browser probably runs on this machine, where it can reach a loopback address.

    Args:
        environ: The environment variables.
        platform: The system, as in `sys.platform`.
        has_file: Returns whether a file exists.
    """
    if any(environ.get(name) for name in (*_SSH, *_CONTAINERS)) or any(map(has_file, _CONTAINER_FILES)):
        return False
    return platform in _DESKTOPS or any(environ.get(name) for name in _DISPLAYS)


def program_name(argument: str) -> str:
    """Return the name of a program for its user.

    Args:
        argument: The first of `sys.argv`: empty or `-c` without a file.
    """
    path = PurePath(argument)
    name = path.parent.name if path.stem == "__main__" else path.stem
    name = "".join(filter(str.isprintable, name)).strip()
    return name[:_LONGEST_NAME] if name.strip("-") not in ("", "c", "m") else "A Python program"
