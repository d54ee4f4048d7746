#!/bin/sh
# Install packages into a virtual environment, created if it is missing: install.sh VENV PYTHON [arguments of pip install].
# Uses uv if it is installed, else venv and pip.
set -eu
venv=$1 python=$2
shift 2
if [ -z "$python" ]; then
    echo "Python 3.11 or newer is required, but was not found on PATH. Pass its path: PYTHON=/path/to/python3.11 make ..." >&2
    exit 1
fi
if command -v uv >/dev/null 2>&1; then
    [ -x "$venv/bin/python" ] || uv venv --quiet --python "$("$python" -c 'import sys; print(sys.executable)')" "$venv"
    exec uv pip install --quiet --python "$venv/bin/python" "$@"
fi
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
# Dependency groups need pip 25.1.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
exec "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
