.PHONY: run test test-postgres check lint bench messages

run:
	@bin/run

test:
	@bin/test

test-postgres:
	@bin/test-postgres

check:
	@bin/check

lint:
	@bin/lint

bench:
	@bin/bench

messages:
	@bin/messages
