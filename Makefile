# Everything here needs Python 3.11 or later, git and make; whatever else it needs, it installs into .venv.
#   make demo    extract the fixtures into a scratch database and print what was found
#   make test    run the whole test suite
#   make lint    run the static checks
#   make bench   measure speed and quality beside named peers
#   make claims.db   make the ready database again
#   make lock    choose the locked requirements again

PYTHON ?= python3
BIN := .venv/bin
WHEELS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/factcheck-desk/wheels
DEMO := scratch/demo.db
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

# Wheels are kept, so that a second installation needs no network.
define install
	$(BIN)/python -m pip install --quiet --no-index --find-links $(WHEELS) --only-binary :all: --require-hashes -r $(1) 2>/dev/null \
	|| { $(BIN)/python -m pip download --quiet --dest $(WHEELS) --only-binary :all: --require-hashes -r $(1) \
	&& $(BIN)/python -m pip install --quiet --no-index --find-links $(WHEELS) --only-binary :all: --require-hashes -r $(1); }
	$(BIN)/python -m pip install --quiet --no-index --no-deps --no-build-isolation --editable .
endef

.PHONY: demo test lint check bench lock clean
.DELETE_ON_ERROR:

demo: .venv/core
	@rm -f $(DEMO) $(DEMO).lock $(DEMO)-wal $(DEMO)-shm && mkdir -p scratch
	@$(BIN)/factcheck extract fixtures/articles --db $(DEMO)
	@$(BIN)/factcheck list --db $(DEMO) --type view_count --type casualty --type membership --limit 40
	@echo
	@echo "To review these claims: $(BIN)/factcheck review --db $(DEMO)"

test: .venv/test
	$(BIN)/python -m pytest --numprocesses auto

lint: .venv/test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: test lint

bench: .venv/test
	$(BIN)/python -m benchmarks

claims.db: .venv/core fixtures/labels.csv fixtures/make_claims_db.py $(wildcard fixtures/articles/*)
	$(BIN)/python fixtures/make_claims_db.py $@

lock: .venv/test
	$(BIN)/uv pip compile pyproject.toml requirements/build.in --quiet --universal --generate-hashes --no-emit-index-url \
		--only-binary :all: --no-header --upgrade --output-file requirements/core.txt
	$(BIN)/uv pip compile pyproject.toml requirements/build.in --all-extras --quiet --universal --generate-hashes \
		--no-emit-index-url --only-binary :all: --no-header --upgrade --constraint requirements/core.txt \
		--output-file requirements/test.txt

clean:
	rm -rf .venv scratch build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "factcheck needs Python 3.11 or later; name it with make PYTHON=...")'
	$(PYTHON) -m venv .venv

.venv/core: .venv/bin/python requirements/core.txt pyproject.toml
	$(call install,requirements/core.txt)
	@touch $@

.venv/test: .venv/bin/python requirements/test.txt pyproject.toml
	$(call install,requirements/test.txt)
	@touch $@ .venv/core
