# readout: the two commands of a fresh machine are `make run` and `make test`.
GO      ?= go
BIN     := readout
ADDR    ?= 127.0.0.1:8080

.PHONY: help build run check test bench lint browser clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

build: ## build the program, ./readout
	CGO_ENABLED=0 $(GO) build -trimpath -o $(BIN) ./cmd/readout

run: build ## build it, load the samples and serve the pages until stopped
	./$(BIN) demo --addr $(ADDR)

check: ## what Go alone runs: format, vet, tests without a browser
	@test -z "$$(gofmt -l . | tee /dev/stderr)" || { echo "gofmt: the files above are not formatted" >&2; exit 1; }
	$(GO) mod verify
	$(GO) vet ./...
	$(GO) test ./...
	@echo "left out: the pages in a browser (make test runs them)"

test: browser ## everything; installs Chromium where it may, fails where it cannot
	@test -z "$$(gofmt -l . | tee /dev/stderr)" || { echo "gofmt: the files above are not formatted" >&2; exit 1; }
	$(GO) mod verify
	$(GO) mod tidy -diff
	$(GO) vet ./...
	READOUT_TEST_BROWSER=1 $(GO) test -count=1 ./...

browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
		|| { echo "make test needs Chromium: install the package chromium" >&2; exit 1; }

bench: ## speed of the stages and of the whole
	$(GO) test -run '^$$' -bench . -benchmem ./...

lint: ## golangci-lint, if it is installed; never needed to run the tests
	golangci-lint run

clean: ## remove what was built
	rm -f $(BIN)
