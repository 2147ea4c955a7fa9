"""Which files of a book become part of its site, and which of the theme's are needed there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from textbuild.check.active_content import active_drawing

# Anything else that lies beside the modules, a page or a script, would run in readers' browsers.
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
_SOUND_AND_FILM = (".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".vtt")
_TO_KEEP = (".pdf", ".csv", ".tsv", ".txt", ".xlsx", ".docx", ".pptx", ".zip", ".step", ".stp", ".stl", ".dxf", ".glb")
_MEDIA = frozenset((*_PICTURES, *_SOUND_AND_FILM, *_TO_KEEP))
_UNUSED = re.compile(
    r".*\.map$|portal/|docs/|offline/|assets/javascripts/(?:lunr|workers)/"
    r"|(?:defaults\.yml|sitemap\.xml|assets/(?:preview|continue)\.js)$"
)
# Material's script would ask other hosts for Mermaid, for very old browsers' needs and for a repository's stars.
_SCRIPT = re.compile(r"assets/javascripts/bundle\.\w+\.min\.js$")
_ELSEWHERE = re.compile(r"https://(?:unpkg\.com|api\.github\.com)[^\"'`$]*")


def own_files(root: Path, sources: Mapping[str, tuple[str, str]], config: MkDocsConfig) -> Iterable[File]:
    """The library's files that go into the site. `sources`: path below `root` → its name for MkDocs, its target.

    They come from the loader, which stays inside the library; MkDocs' own walk follows links to anywhere.
    """
    for path, (name, target) in sources.items():
        if path.endswith(".md") or _is_harmless(root / path):
            file = File.generated(config, name, abs_src_path=str(root / path))
            file.dest_uri = target
            yield file


def theme_files(files: Files, config: MkDocsConfig) -> Iterable[File]:
    """Of the files that MkDocs found, those of the theme that a reader's browser may ask for."""
    for file in files:
        if file.src_dir not in config.theme.dirs or _UNUSED.match(file.src_uri):
            continue
        if _SCRIPT.match(file.src_uri):
            yield File.generated(config, file.src_uri, content=_ELSEWHERE.sub("data:,", file.content_string))
        else:
            yield file


def _is_harmless(path: Path) -> bool:
    suffix = PurePosixPath(path.name).suffix.lower()
    if suffix not in _MEDIA or not path.is_file():
        return False
    return suffix != ".svg" or not active_drawing(path.read_bytes().decode("utf-8", "replace"))
