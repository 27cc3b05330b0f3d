# Every target is one readable command. `make run` and `make test` need only Python 3.11+ and Node.
PYTHON ?= python3

.PHONY: run test lint fmt bench messages services stop env lock

run: ## Start the portal with demo data at http://localhost:8000 (PORT=8001 for another port)
	@$(PYTHON) -m dev run

test: ## Run the whole suite; ARGS="-k remarks" goes to pytest
	@$(PYTHON) -m dev test

lint: ## Hold the code to the rules of the house
	@$(PYTHON) -m dev lint

fmt: ## Write Python code the way lint wants it
	@$(PYTHON) -m dev fmt

bench: ## Measure the key pages beside a one-row query (BENCH_SECONDS=2 for a quick look, BENCH_MANY=1 with large data, =search for search alone)
	@$(PYTHON) -m dev bench

messages: ## Collect new texts into the catalogs of translations
	@$(PYTHON) -m dev messages

services: ## Start PostgreSQL and Redis in the background and print their addresses
	@$(PYTHON) -m dev services

stop: ## Stop what `make services` started
	@$(PYTHON) -m dev stop

env: ## Install the locked dependencies
	@$(PYTHON) -m dev env

lock: ## Write the locks again after a change of pyproject.toml or package.json (needs uv)
	@dev/lock.sh
