# The two commands of the README, and the checks one by one.
.DEFAULT_GOAL := help
jobs := $(shell nproc)
entente := build/release/apps/cli/entente

.PHONY: help demo release test build unit lint check-layers check-docs check-format tidy format asan tsan fuzz bench \
	clean

help:  ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

demo: release  ## install what is missing, build, and code the articles of examples/
	@$(entente) code --format table examples

release:  ## the command line program, optimised: build/release/apps/cli/entente
	@tools/setup.sh
	@cmake --preset release -Wno-dev --log-level=WARNING >/dev/null
	@cmake --build --preset release --parallel $(jobs) --target entente

test:  ## everything that must pass
	@tools/setup.sh --checks
	@tools/run_checks.sh

build:
	@tools/setup.sh --checks
	@cmake --preset dev -Wno-dev --log-level=WARNING >/dev/null
	@cmake --build --preset dev --parallel $(jobs)

unit: build  ## build and run the fast tests
	@ctest --preset fast

lint: check-layers check-docs check-format  ## the checks that need no build

check-layers:
	@tools/check_layers.py

check-docs:
	@tools/check_docs.py

check-format:
	@tools/check_format.sh

format:  ## put every C++ file into the project's format
	@tools/check_format.sh --fix

tidy: build  ## clang-tidy over src/ and apps/
	@tools/check_tidy.py

asan:  ## build and test with the address and undefined-behaviour sanitizers
	@cmake --workflow --preset asan

tsan:  ## build and test with the thread sanitizer
	@cmake --workflow --preset tsan

fuzz:  ## build the fuzz targets with libFuzzer: build/fuzz/fuzz/
	@cmake --workflow --preset fuzz

bench:  ## measure every stage; JSON on standard output
	@tools/setup.sh
	@cmake --preset release -Wno-dev --log-level=WARNING >/dev/null
	@cmake --build --preset release --parallel $(jobs) --target entente entente_bench >&2
	@build/release/bench/entente_bench --benchmark_format=json

clean:
	@rm -rf build
