"""Findings as values: what a rule is, what it found, and how that is shown."""

from textbuild.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from textbuild.diagnostics.message import Message, msg
from textbuild.diagnostics.wrong_use import WrongUseError

__all__ = ["Diagnostic", "Fix", "Message", "Rule", "Severity", "WrongUseError", "msg"]
