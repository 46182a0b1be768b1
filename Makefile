# make demo   the whole product once, on fictional people
# make test   every test
.PHONY: demo test programs dependencies lint clean

demo: dependencies programs
	@scripts/demo

test:
	@scripts/install-dependencies test
	@scripts/run-tests

# The four programs, in .build/release. Packed relocations keep a check below 12 MB of memory.
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
