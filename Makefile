# make demo   the whole product once, on fictional people
# make test   every test
# make test-long   the same with every crash point, 12,000 simulated lives and 500 kills
# make fuzz SECONDS=60   every parser of untrusted bytes, for so many seconds each
# make coverage   which lines of the pure rooms their tests reach: at least 97 %
# make mutation-check   removes each check of the verifier in turn: a vector must notice
.PHONY: demo test test-long fuzz coverage mutation-check programs dependencies lint clean

demo: dependencies programs
	@scripts/demo

test:
	@scripts/install-dependencies test
	@scripts/run-tests

test-long:
	@scripts/install-dependencies test
	@scripts/run-tests-long

SECONDS ?= 60
fuzz:
	@scripts/install-dependencies test
	@scripts/fuzz $(SECONDS)

coverage:
	@scripts/install-dependencies test
	@scripts/coverage

mutation-check:
	@scripts/install-dependencies test
	@scripts/mutation-check

# The programs, in .build/release. Packed relocations keep a check below 12 MB of memory.
LINKING = -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --gc-sections
programs: dependencies
	swift build -c release --static-swift-stdlib $(LINKING) \
	    --explicit-target-dependency-import-check error

dependencies:
	@scripts/install-dependencies build

# Layout of the code, and imports that no target declares.
lint:
	swift format lint --strict -r Sources Tests Package.swift
	swift build --explicit-target-dependency-import-check error

clean:
	rm -rf .build
