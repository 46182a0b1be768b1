.PHONY: help demo guichet build install packages test test-long linkage fuzz coverage mutation-check wheel man \
    guides dependencies lint clean

help:
	@echo "make demo             the whole product once, on fictional people"
	@echo "make build            the programs, in .build/release; PRODUCT=justificatif: that one alone"
	@echo "make install          puts them in PREFIX (/usr/local), below DESTDIR if it is given"
	@echo "make packages         a Debian package for each role, in dist"
	@echo "make test             every test"
	@echo "make guichet LISTS=DIR  the counter page, with the lists of DIR: prints its address"
	@echo "make test-long        the same with every crash point, 12,000 simulated lives, 500 kills,"
	@echo "                      and 10,000 hostile requests"
	@echo "make linkage          what a program that takes the library product resolves and links"
	@echo "make guides           the guides for administrators as PDF, in dist/guides"
	@echo "make man              a man page for each program, in .build/man"
	@echo "make fuzz SECONDS=60  every parser of untrusted bytes, for so many seconds each"
	@echo "make coverage         which lines their own tests reach: at least 97 % of each room"
	@echo "make mutation-check   removes each check of the verifier in turn: a vector must notice"
	@echo "make bench            speed beside what others use: Tests/Benchmarks/results and Spec/scale.md"
	@echo "make bench-quick      a part of it, in some two minutes once its programs are built"
	@echo "make wheel            the Python verifier as a package, in dist"
	@echo "make lint             layout of the code, and imports that no target declares"
	@echo "make portail          the portal with its neighbours on this machine, on fictional people"
	@echo "make clean            removes .build"

# Only the programs it shows: the web's cost a build of Hummingbird more.
SHOWN = justificatif justificatif-issuer justificatif-reader justificatif-page justificatifd
demo: dependencies
	@for program in $(SHOWN); do $(RELEASE) --product $$program || exit 1; done
	@scripts/demo

guichet: build
	@.build/release/justificatif-guichet --lists $(LISTS)

test:
	@scripts/install-dependencies test
	@scripts/run-tests

test-long:
	@scripts/install-dependencies test
	@scripts/install-dependencies long
	@scripts/install-dependencies guides
	@scripts/run-tests-long

PREFIX ?= /usr/local
install: build
	@scripts/install-files $(PREFIX) $(DESTDIR)

packages: build
	@scripts/install-dependencies packages
	@scripts/packages

# The guides of those who install, run and issue, as PDF.
guides:
	@scripts/install-dependencies guides
	@scripts/guides

man: build
	@scripts/man .build/release .build/man

linkage:
	@scripts/install-dependencies build
	@scripts/linkage

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

.PHONY: bench bench-quick
bench: build
	@scripts/install-dependencies bench
	@Tests/Benchmarks/run
	@Tests/Benchmarks/plot
	@Tests/Benchmarks/scale

bench-quick:
	@scripts/install-dependencies bench
	@Tests/Benchmarks/run --quick

# The programs, in .build/release. Packed relocations keep a check below 12 MB of memory.
LINKING = -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --gc-sections
# The same bytes in every folder: no name of a folder of this machine in them, and nothing that is made of
# such a name. Debug information names the cache of C modules, and a hash of the code says where that is.
# One thing is left: where GRDB and Hummingbird call withoutActuallyEscaping, Swift 6.3 puts in the length
# that the path of the file has without the map. A folder whose path is as long gives the same programs.
FRONTEND = -Xswiftc -Xfrontend -Xswiftc
PATHLESS = -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=." -Xcc "-ffile-prefix-map=$(CURDIR)=." \
    -Xcxx "-ffile-prefix-map=$(CURDIR)=." -Xlinker --build-id=sha1 \
    $(FRONTEND) -no-clang-module-breadcrumbs $(FRONTEND) -disable-incremental-llvm-codegen
RELEASE = JUSTIFICATIF_VERSION="$$(scripts/version)" swift build -c release --static-swift-stdlib $(LINKING) \
	    $(PATHLESS) --explicit-target-dependency-import-check error
build: dependencies
	$(RELEASE) $(if $(PRODUCT),--product $(PRODUCT))

# The Python verifier, in dist/.
wheel:
	@scripts/install-dependencies test
	@scripts/wheel

dependencies:
	@scripts/install-dependencies build

# Everything a portal needs, on loopback and with fictional people; Ctrl-C ends all of it.
.PHONY: portail
portail: build
	@JUSTIFICATIF_PROGRAMS=.build/release /usr/bin/python3 Tests/Portal/demo.py

lint:
	swift format lint --strict -r Sources Tests Package.swift
	swift build --explicit-target-dependency-import-check error

clean:
	rm -rf .build
