# The whole project in two commands: `make site` and `make test`.

.PHONY: help site test check packages clean

help:
	@echo 'make site      install what is missing, build Lectern, and build site/ from content/'
	@echo 'make test      install what is missing, and run every check that CI runs'
	@echo 'make check     run every check, and install nothing'
	@echo 'make packages  install the system packages that building needs'
	@echo 'make clean     remove everything that was built, site/ excepted'

site: packages
	swift run -c release lectern build

test:
	Scripts/install-packages --tests
	Scripts/test-environment
	Scripts/check

check:
	Scripts/check

packages:
	Scripts/install-packages

clean:
	rm -rf .build
