"""The commands: the only place that prints or exits."""

from textbuild.cli.app import main

__all__ = ["main"]
