# `make books` and `make test` are all that a newcomer needs; both install what is missing.
.PHONY: books test check setup lint bench serve schemas lock clean
TEXTBUILD = .venv/bin/textbuild

books: setup            ## build every textbook: output/site and output/pdf
	$(TEXTBUILD) build

test:                   ## run the tests
	@scripts/setup.sh test
	@.venv/bin/pytest -n auto --dist loadfile

check:                  ## all that CI runs: style, types, layers, tests, our own library, validators
	@scripts/setup.sh check
	@$(MAKE) --no-print-directory lint
	@.venv/bin/pytest -n auto --dist loadfile
	$(TEXTBUILD) check
	$(TEXTBUILD) build
	@.venv/bin/python -m scripts.validate output

lint:
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: setup            ## measure against stock tools
	.venv/bin/python -m benchmarks

serve: setup            ## live preview on http://127.0.0.1:8000
	$(TEXTBUILD) serve

setup:
	@scripts/setup.sh

schemas:                ## write the JSON Schemas anew
	@for kind in $$($(TEXTBUILD) schema); do $(TEXTBUILD) schema $$kind > standards/schemas/$$kind.schema.json; done

lock:                   ## newest versions that the ranges allow
	@scripts/lock.sh

clean:
	rm -rf output .cache
