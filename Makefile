# The whole project in two commands: `make site` and `make test`.

.PHONY: help site test check bench fuzz sanitize packages program install deb clean

PREFIX = /usr/local
DESTDIR =
export PREFIX DESTDIR

# How long each target is fuzzed.
MINUTES = 10

help:
	@echo 'make site      install what is missing, build Lectern, and build site/ from content/'
	@echo 'make test      install what is missing, and run every check that CI runs'
	@echo 'make check     run every check, and install nothing'
	@echo 'make bench     time Lectern beside pandoc, Hugo and cmark-gfm, and write Benchmarks/results'
	@echo 'make fuzz      feed every parser with odd texts, for MINUTES (10) each'
	@echo 'make sanitize  run the tests under the address and the thread sanitizer'
	@echo 'make packages  install the system packages that building needs'
	@echo 'make program   build the program as it is installed, in .build/package'
	@echo 'make install   build it, and put it below PREFIX (/usr/local), with its manual page and completions'
	@echo 'make deb       build it, and make a Debian package of it in .build/package'
	@echo 'make clean     remove everything that was built, site/ excepted'

site: packages
	swift run -c release lectern build

test:
	Scripts/install-packages --tests
	Scripts/test-environment
	Scripts/check

check:
	Scripts/check

bench:
	Scripts/install-packages --tests
	Scripts/benchmark-environment
	Scripts/benchmark

fuzz:
	Scripts/fuzz --seconds $$(($(MINUTES) * 60))

sanitize:
	Scripts/sanitize

packages:
	Scripts/install-packages

program:
	Scripts/make-program

install:
	Scripts/install-program "$$(Scripts/make-program)"

deb:
	Scripts/make-deb "$$(Scripts/make-program)"

clean:
	rm -rf .build
