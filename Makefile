# Names for the scripts; they do the work.
.PHONY: help sample test lint format bench fuzz goldens templates

help:
	@echo 'make sample     build the sample season and say which page to open'
	@echo 'make test       format, build and all tests, as continuous integration runs them'
	@echo 'make lint       check the format only'
	@echo 'make format     put the sources into the format'
	@echo 'make bench      measure large seasons beside other programs'
	@echo 'make fuzz       fuzz every reader, a minute each'
	@echo 'make goldens    rewrite the expected files; read the diff afterwards'
	@echo 'make templates  embed Templates/ into the program'

sample:
	@Scripts/sample

test:
	@Scripts/test

lint:
	@swift format lint --strict --parallel -r Sources Tests Package.swift Fuzz/Package.swift Fuzz/Sources

format:
	@swift format --in-place --parallel -r Sources Tests Package.swift Fuzz/Package.swift Fuzz/Sources

fuzz:
	@Scripts/fuzz

bench:
	@Scripts/bench

goldens:
	@Scripts/update-goldens

templates:
	@Scripts/embed-templates
