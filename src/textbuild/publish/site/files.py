"""Which files become part of a site: the library's own, and the theme's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from textbuild.check.active_content import active_drawing
from textbuild.publish.site.assets import site_assets

# Anything else that lies beside the modules, a page or a script, would run in readers' browsers.
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
_SOUND_AND_FILM = (".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".vtt")
_TO_KEEP = (".pdf", ".csv", ".tsv", ".txt", ".xlsx", ".docx", ".pptx", ".zip", ".step", ".stp", ".stl", ".dxf", ".glb")
_MEDIA = frozenset((*_PICTURES, *_SOUND_AND_FILM, *_TO_KEEP))


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
    """What pages load, and the files of a theme's folder that the library has of its own (`custom_dir`)."""
    for asset in site_assets().values():
        yield File.generated(config, asset.path, content=asset.content)
    for file in files:
        if config.theme.custom_dir and file.src_dir == config.theme.custom_dir:
            yield file


def _is_harmless(path: Path) -> bool:
    suffix = PurePosixPath(path.name).suffix.lower()
    if suffix not in _MEDIA or not path.is_file():
        return False
    return suffix != ".svg" or not active_drawing(path.read_bytes().decode("utf-8", "replace"))
