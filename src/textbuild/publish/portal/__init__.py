"""The pages that belong to no book: the portal, standards, job specifications and processes."""

from textbuild.publish.portal.portal import (
    build_jobs,
    build_portal,
    build_printed,
    build_processes,
    build_records,
    build_shared,
    build_standards,
)
from textbuild.publish.portal.search import build_search

__all__ = [
    "build_jobs",
    "build_portal",
    "build_printed",
    "build_processes",
    "build_records",
    "build_search",
    "build_shared",
    "build_standards",
]
