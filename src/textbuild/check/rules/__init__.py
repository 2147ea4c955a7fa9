"""All rules, in the order of their codes. A new rule is one file here and one line in the table it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import ModuleType
from typing import Protocol

from textbuild.check.rules import (
    anchor_missing,
    book_without_modules,
    check_stale,
    checks_contradict,
    cip_invalid,
    citation_form,
    citation_superseded,
    citation_unknown,
    citation_unverified,
    citation_upcoming,
    citation_withdrawn,
    clause_changed,
    clause_unknown,
    html_unsafe,
    image_missing,
    image_without_alt,
    isbn_invalid,
    link_broken,
    module_without_current_standard,
    module_without_job,
    path_outside_library,
    published_id_missing,
    quiz_answers_repeated,
    quiz_attributes_unreadable,
    quiz_kinds_mixed,
    quiz_number_unreadable,
    quiz_reason_missing,
    quiz_without_answers,
    quiz_without_right_answer,
    replacement_cycle,
    replacement_dangling,
    standard_dates_out_of_order,
    suppression_unused,
    task_not_taught,
    term_unused,
    workshop_fault_hidden,
    workshop_limit_missing,
    workshop_limit_outdated,
    workshop_limit_unverified,
    workshop_name_unknown,
    workshop_points_wrong,
    workshop_station_idle,
)
from textbuild.diagnostics import Diagnostic, Rule
from textbuild.link.library import LinkedBook, LinkedLibrary, LinkedModule
from textbuild.link.registry import Registry
from textbuild.load.rules import LOAD_RULES


class RegistryRule(Protocol):
    """A rule over the standards themselves."""

    RULE: Rule

    def check(self, registry: Registry, day: date, max_check_age: int) -> Iterable[Diagnostic]: ...


class ModuleRule(Protocol):
    """A rule that needs to see one module at a time."""

    RULE: Rule

    def check(self, module: LinkedModule, book: LinkedBook, linked: LinkedLibrary) -> Iterable[Diagnostic]: ...


class BookRule(Protocol):
    """A rule that needs a whole book."""

    RULE: Rule

    def check(self, book: LinkedBook, linked: LinkedLibrary) -> Iterable[Diagnostic]: ...


class LibraryRule(Protocol):
    """A rule that needs all books at once."""

    RULE: Rule

    def check(self, linked: LinkedLibrary) -> Iterable[Diagnostic]: ...


REGISTRY_RULES: tuple[RegistryRule, ...] = (
    standard_dates_out_of_order,
    replacement_dangling,
    replacement_cycle,
)
CITATION_RULES: tuple[ModuleRule, ...] = (
    citation_unknown,
    citation_superseded,
    citation_withdrawn,
    citation_upcoming,
    citation_unverified,
    clause_unknown,
    citation_form,
    clause_changed,
)
"""These judge glossaries too."""
MODULE_RULES: tuple[ModuleRule, ...] = (
    *CITATION_RULES,
    module_without_current_standard,
    module_without_job,
    image_without_alt,
    quiz_without_answers,
    quiz_without_right_answer,
    quiz_answers_repeated,
    quiz_number_unreadable,
    quiz_kinds_mixed,
    quiz_reason_missing,
    quiz_attributes_unreadable,
)
BOOK_RULES: tuple[BookRule, ...] = (
    link_broken,
    image_missing,
    anchor_missing,
    path_outside_library,
    html_unsafe,
    book_without_modules,
    task_not_taught,
    checks_contradict,
    check_stale,
    term_unused,
    workshop_name_unknown,
    workshop_limit_missing,
    workshop_limit_outdated,
    workshop_limit_unverified,
    workshop_fault_hidden,
    workshop_points_wrong,
    workshop_station_idle,
    isbn_invalid,
    cip_invalid,
)
LIBRARY_RULES: tuple[LibraryRule, ...] = (published_id_missing,)
RULE_FILES: tuple[ModuleType, ...] = (
    *LOAD_RULES,
    *(rule for rule in (*REGISTRY_RULES, *MODULE_RULES, *BOOK_RULES, *LIBRARY_RULES) if isinstance(rule, ModuleType)),
    suppression_unused,
)
"""Every rule's Python module, whose docstring is the rule's page."""
ALL: tuple[Rule, ...] = tuple(sorted((file.RULE for file in RULE_FILES), key=lambda rule: rule.code))
