"""The shipped catalogue, read once for all tests of a process: nothing of it can be changed."""

from data.catalogue.load import load

CATALOGUE = load()
KNOWN = CATALOGUE.knowledge()
