#!/bin/sh
# Installs into a virtual environment, making it first if need be: install.sh VENV PYTHON [arguments of pip install].
# With uv where it is found, else with plain venv and pip.
set -eu
venv=$1 python=$2
shift 2
if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed, and no python3 on the path is one. Name yours: PYTHON=/path/to/python3.11 make ..." >&2
    exit 1
fi
if command -v uv >/dev/null 2>&1; then
    [ -x "$venv/bin/python" ] || uv venv --quiet --python "$("$python" -c 'import sys; print(sys.executable)')" "$venv"
    exec uv pip install --quiet --python "$venv/bin/python" "$@"
fi
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
# Dependency groups came with pip 25.1.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
exec "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
