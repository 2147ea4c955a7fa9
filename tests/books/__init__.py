"""The library that we ship: its programs run, its modules have their parts, no two say the same."""
