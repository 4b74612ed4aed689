# Everything here sets itself up. It needs make, a POSIX shell and CPython 3.11 or newer.
# Another interpreter: PYTHON=python3.12 make run

ARGS ?=
BIN := .venv/bin
# Left to the shell, so that neither a space in the path nor a dollar in a password goes astray. A
# database that .env names is the program's to read.
WITH_DATABASE = if [ -z "$$DATABASE_URL" ] && ! grep -qs '^ *\(export  *\)\{0,1\}DATABASE_URL *= *[^ ]' .env; then \
	DATABASE_URL="sqlite+aiosqlite:///$$PWD/.local/article3.db"; export DATABASE_URL; fi;
LOCK = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml --quiet \
	--upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --group build

.PHONY: help run test lint format messages lock clean
.NOTPARALLEL:

help: ## list what there is
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | while IFS='	' read -r name what; do \
		printf 'make %-8s %s\n' "$$name" "$$what"; done

run: ## set up what is missing, then open the terminal desk
	@sh ./setup.sh run
	@mkdir -p .local
	@if [ ! -e .local/article3.db ]; then echo "Preparing the database"; \
		$(WITH_DATABASE) $(BIN)/article3 db prepare >/dev/null; fi
	@$(WITH_DATABASE) $(BIN)/article3

test: ## set up what is missing, then run the whole test suite (ARGS="-k spain" for a part)
	@sh ./setup.sh test
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

lint: ## check style, types and the direction of imports
	@sh ./setup.sh test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/basedpyright
	$(BIN)/lint-imports --no-cache

format: ## let ruff format the code and repair what it can
	@sh ./setup.sh test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

messages: ## bring the catalogues of all languages up to date, and compile them
	@sh ./setup.sh test
	@$(BIN)/python -m bot.catalogues

lock: ## renew both lock files
	@sh ./setup.sh test
	@echo "Renewing requirements.lock and requirements-dev.lock"
	@$(LOCK) --output-file requirements.lock
	@$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove .venv and what the tools left; the database in .local stays
	rm -rf .venv build dist .hypothesis .pytest_cache .ruff_cache .import_linter_cache
	find bot commands data tests -name __pycache__ -type d -prune -exec rm -rf {} +
