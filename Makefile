# Two commands do everything: `make run` and `make test`. Both make the virtual environment they need.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
SOURCE ?= seeds/

.PHONY: run test check format screenshots screenshot-browser bench bench-quality bench-speed bench-pages bench-ui bench-corrections a11y docs fuzz package audit clean

run: $(VENV)/run
	@$(BIN)/compare $(SOURCE)

test: $(VENV)/dev
	$(BIN)/python -m pytest -n auto

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: $(VENV)/dev
	@$(BIN)/python -m screenshots.make

# Needs Chromium, a program of the system.
screenshot-browser: $(VENV)/dev
	$(BIN)/python -m screenshots.browser

# SET or COMPARE_SET names a set of aligned stories: see benchmarks/README.md.
bench-quality: $(VENV)/run
	@$(BIN)/python -m benchmarks.quality $(if $(SET),"$(SET)")

# PAGES or COMPARE_PAGES names a folder of real pages and the JSON of their articles: see benchmarks/README.md.
bench-pages: $(VENV)/run
	@$(BIN)/python -m benchmarks.pages $(if $(PAGES),"$(PAGES)")

# What a start costs, to the first frame too, and how the analysis grows with the number of articles; writes
# docs/scale.md.
bench: $(VENV)/bench
	@$(BIN)/python -m benchmarks.startup --check
	@$(BIN)/python -m benchmarks.ui --check --only start
	@$(BIN)/python -m benchmarks.scale --write

bench-speed: $(VENV)/bench
	@$(BIN)/python -m benchmarks.speed --check

bench-ui: $(VENV)/run
	@$(BIN)/python -m benchmarks.ui --check

bench-corrections: $(VENV)/run
	@$(BIN)/python -m benchmarks.corrections --check

# Looks for input that does harm, for MINUTES (30); with ENGINE=atheris led by the code that is reached, which needs
# CPython 3.11 to 3.13 on Linux.
fuzz: $(VENV)/dev
	@$(if $(ENGINE),$(BIN)/python -m pip install --quiet --disable-pip-version-check $(ENGINE) >&2)
	@PYTHONPATH=tests $(BIN)/python -m benchmarks.fuzz --minutes $(or $(MINUTES),30) $(if $(ENGINE),--engine $(ENGINE))

# Needs Chromium and npm; axe-core is fetched into the virtual environment.
a11y: $(VENV)/dev
	@npm install --silent --no-save --no-audit --no-fund --prefix $(VENV)/axe axe-core@4 >&2
	@PYTHONPATH=. $(BIN)/python tests/a11y.py $(VENV)/axe/node_modules/axe-core/axe.min.js

# The site of docs/, in .site/
docs: $(VENV)/docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

# Needs uv. PYTHONS names the interpreters to try, such as "python3.11 python3.12 python3.13".
PYTHONS ?= $(PYTHON)
package:
	@$(PYTHON) tests/installed.py $(PYTHONS)

# What is known to be unsafe in the libraries that are installed. One of which nothing can be found out fails it: nobody
# shall take for safe what was not looked at.
audit: $(VENV)/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit >&2
	@$(BIN)/python -m pip freeze --disable-pip-version-check --exclude-editable >$(VENV)/installed.txt
	@$(BIN)/pip-audit --strict --disable-pip --no-deps --progress-spinner off --requirement $(VENV)/installed.txt

clean:
	rm -rf $(VENV) .site .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis

# Progress of the installation goes to stderr, so that `make run >report.txt` holds the report alone.
$(VENV)/run: pyproject.toml
	@$(PYTHON) -m venv $(VENV) >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[web,docs]' >&2
	@touch $@

$(VENV)/dev: $(VENV)/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1' >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev >&2
	@touch $@

$(VENV)/docs: $(VENV)/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group docs >&2
	@touch $@

$(VENV)/bench: $(VENV)/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1' >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench >&2
	@touch $@
