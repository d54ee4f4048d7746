# The developer's manual: `make` lists what there is. Every target sets up what it needs by itself, in .venv.
#
#   PYTHON=python3.13 make test         use another Python for .venv (remove .venv first)
#   PYTEST_ARGS="-k append" make test   pass anything on to pytest ("-n 0": in one process, for a debugger)
#   REGENERATE_ARGS="--v3 FILE-OR-URL" make regenerate

.DEFAULT_GOAL := help
.PHONY: help demo test test-all test-lowest chaos soak exits check release-check docs format regenerate sync coverage surface record audit notebooks bench bench-peers foreign clean

# Compiled modules are kept, whatever the environment says: without them the tests take a third longer.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
PY := $(VENV)/bin/python
# The first Python on the path that is new enough; plain python3 mostly is.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$python; break; fi; done)
INSTALL := sh tools/install.sh "$(VENV)" "$(PYTHON)"

help:  ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed-demo  ## See typed TMDB answers, sync and async: no API key, no network (TMDB_ACCESS_TOKEN: the live API)
	@$(PY) examples/demo.py

test: $(VENV)/.installed-dev  ## Run the tests, offline
	@$(PY) tools/node.py
	@$(PY) -m pytest -n auto --dist worksteal $(PYTEST_ARGS)

test-all: $(VENV)/.installed-dev  ## Run the tests on every Python from 3.11 to 3.14 that is found
	@$(PY) -m nox -- $(PYTEST_ARGS)

test-lowest: $(VENV)/.installed-dev  ## Run the tests with the lowest versions of the dependencies that pyproject.toml allows
	@$(PY) -m nox --session lowest -- $(PYTEST_ARGS)

chaos: $(VENV)/.installed-dev  ## Run every fault under every engine (some minutes; CHAOS_SEED=7, CHAOS_CASES=50: only so many)
	@CHAOS_SEED=$(or $(CHAOS_SEED),1) CHAOS_CASES=$(or $(CHAOS_CASES),0) $(PY) -m pytest -n auto --dist worksteal -m chaos tests/chaos $(PYTEST_ARGS)

soak: $(VENV)/.installed-dev  ## Make 100,000 calls with faults under every engine, and print what they use (some minutes; SOAK_CALLS=5000)
	@SOAK_CALLS=$(or $(SOAK_CALLS),100000) $(PY) -m pytest -n 0 -m soak tests/chaos $(PYTEST_ARGS)

exits: $(VENV)/.installed-dev  ## End 200 processes with a call, over http and https, for every engine of ours (some minutes; ENGINE_EXITS=20)
	@ENGINE_EXITS=$(or $(ENGINE_EXITS),200) $(PY) -m pytest -n auto --dist worksteal -rP -k exits_cleanly tests/engines/test_lifecycles.py $(PYTEST_ARGS)

check: $(VENV)/.installed-dev  ## Check all that is not a test: format, lint, types, generated files, wheel, docs, links (CHECKS="lint mypy": only these)
	@$(PY) tools/node.py
	@$(PY) -m scripts.checks.run $(CHECKS)

release-check: $(VENV)/.installed-dev  ## Build sdist and wheel into dist/, and check them as users and packagers use them
	@$(PY) -m scripts.checks.release $(PYTEST_ARGS)

docs: $(VENV)/.installed-dev  ## Build the documentation site into build/docs/site, and check its links
	@$(PY) -m scripts.documentation.site

format: $(VENV)/.installed-dev  ## Format the code and mend what the linter can mend
	@$(PY) -m ruff check --fix --quiet
	@$(PY) -m ruff format --quiet

regenerate: $(VENV)/.installed-dev  ## Write openapi/tmdb.json, generated/ and the details methods from TMDB's documents (REGENERATE_ARGS="--v3 FILE-OR-URL")
	@$(PY) -m scripts.regenerate $(REGENERATE_ARGS)
	@$(PY) -m scripts.sync_twin

sync: $(VENV)/.installed-dev  ## Write the sync client from the async one, the shared sentences of docstrings, and the table of lazy exports
	@$(PY) -m scripts.shared_docstrings
	@$(PY) -m scripts.lazy_exports
	@$(PY) -m scripts.sync_twin

coverage: $(VENV)/.installed-dev  ## Write docs/coverage.md and docs/embedded-shapes.md: what the methods and the embedded TMDB cover
	@$(PY) -m scripts.facade_coverage
	@$(PY) -m scripts.evidence.embedded_shapes

surface: $(VENV)/.installed-dev  ## Write tests/surface/: what users can rely on, for a reviewed diff
	@$(PY) -m scripts.public_surface

record: $(VENV)/.installed-dev  ## Record the tests' cassettes from the embedded TMDB (LIVE=1: from TMDB, with TMDB_ACCESS_TOKEN; SCENARIOS="movies/details")
	@$(PY) -m scripts.record $(if $(LIVE),--live) $(SCENARIOS)

audit: $(VENV)/.installed-dev  ## Compare recorded answers with the types (AUDIT="FILES-OR-FOLDER")
	@$(PY) -m scripts.evidence.audit $(AUDIT)

notebooks: $(VENV)/.installed-dev  ## Run the notebooks in examples/ on the embedded TMDB, and write their outputs
	@$(PY) -m scripts.notebooks

bench: $(VENV)/.installed-dev  ## Measure the budgets: import, calls, decoding, memory (a few minutes)
	@$(PY) -m benchmarks $(BENCH_ARGS)

bench-peers: $(VENV)/.installed-dev  ## Measure this client beside others and write docs/comparison.md: needs a package index, 15 minutes (BENCH_PEERS_ARGS="--quick")
	@$(PY) -m benchmarks.peers $(BENCH_PEERS_ARGS)

foreign: $(VENV)/.installed-dev  ## Run the suite of another client on the embedded TMDB, unchanged (CHECKOUT=../folder FOREIGN_COMMAND="pytest tests" FOREIGN_OPTIONS="--session-id ID")
	@$(PY) -m scripts.foreign $(FOREIGN_OPTIONS) "$(CHECKOUT)" -- $(FOREIGN_COMMAND)

clean:  ## Remove everything that these commands made outside version control
	rm -rf $(VENV) .nox tools/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist

$(VENV)/.installed-demo: pyproject.toml tools/install.sh
	@$(INSTALL) --editable '.[demo]'
	@touch $@

$(VENV)/.installed-dev: pyproject.toml tools/install.sh
	@$(INSTALL) --editable '.[all]' --group dev
	@touch $@ $(VENV)/.installed-demo
