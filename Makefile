# Every command of the house. `make` lists them.

# Another Python: make run PYTHON=python3.12
ifndef PYTHON
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && exit; done; echo python3)
endif
PY := .venv/bin/python
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url

.DEFAULT_GOAL := help
.PHONY: help run test check format messages workflows bench lock start stop manage venv front_end

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

run: front_end ## Start the portal with the sample centre: PORT=8001 make run
	@exec $(PY) -m tools.run

test: front_end ## Run every test: ARGS="tests/core -k take" for some
	@exec $(PY) -m tools.test $(ARGS)

check: venv ## Style, types, contracts, translations, migrations: what CI asks before the tests
	@$(PYTHON) tools/prepare.py gettext
	@exec $(PY) -m tools.check

format: venv ## Format sources and templates
	@$(PY) -m ruff check --quiet --fix-only .
	@$(PY) -m ruff format .
	@$(PY) -m djlint --quiet --reformat templates || true

messages: venv ## Read the interface's sentences out of the sources into locale/
	@$(PYTHON) tools/prepare.py gettext
	@$(PY) tools/messages.py

workflows: venv ## Draw the workflow tables into docs/workflows.md
	@$(PY) manage.py workflows

bench: front_end ## Fill a database of its own in bulk and measure every page
	@exec $(PY) -m bench $(ARGS)

lock: venv ## Compile the requirements files from pyproject.toml; ARGS=--upgrade for newer versions
	@$(COMPILE) $(ARGS) pyproject.toml -o requirements.txt
	@$(COMPILE) $(ARGS) --extra dev pyproject.toml -o requirements-dev.txt
	@$(COMPILE) $(ARGS) --group uv -o requirements-uv.txt
	@$(COMPILE) $(ARGS) --group node -o requirements-node.txt

start: venv ## Start the embedded servers, to stay
	@$(PY) tools/services.py start

stop: venv ## Stop the embedded servers
	@$(PY) tools/services.py stop

venv:
	@$(PYTHON) tools/prepare.py venv

front_end:
	@$(PYTHON) tools/prepare.py venv front_end
