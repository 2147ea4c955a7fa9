"""The MkDocs plugin `textbuild`: pages, nav and files come from the linked library, MkDocs gives theme and search.

It serves two configurations: the one that `settings.book_settings` derives for a book, and the library's own
`mkdocs.yml`, of which it makes one site of all books.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from textbuild.link.library import LinkedLibrary
from textbuild.markdown import Document
from textbuild.publish.policy import page_policy
from textbuild.publish.site.articles import Articles
from textbuild.publish.site.assets import name_assets
from textbuild.publish.site.files import own_files, theme_files
from textbuild.publish.site.offline import keep_offline
from textbuild.publish.site.page import FragmentPage
from textbuild.publish.site.plan import SitePlan, plan_book, plan_library
from textbuild.publish.site.search import write_searches
from textbuild.publish.site.settings import complete, palettes
from textbuild.publish.site.source import read
from textbuild.publish.site.valid_html import mended
from textbuild.publish.theme import theme_path


class _CompiledTemplates(BytecodeCache):
    """Compiling the theme's templates takes longer than filling them: a process that builds again keeps them."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if (code := self._code.get(bucket.key)) is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _CompiledTemplates()
"""In the order in which they need one another."""


class TextbuildConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options under `plugins: - textbuild:`; all may be left out."""

    root = option.Optional(option.Type(str))
    """The library; default: the folder of `mkdocs.yml`."""
    book = option.Optional(option.Type(str))
    """One book's id; default: all books."""
    as_of = option.Optional(option.Type((str, datetime.date)))
    """The day of the verdicts; default: today."""
    assets = option.Optional(option.Type(str))
    """The folder of the scripts and styles seen from this site, where it shares them with others; default: its own."""


class TextbuildPlugin(BasePlugin[TextbuildConfig]):  # type: ignore[no-untyped-call]
    def __init__(self) -> None:
        self._given: Articles | None = None
        self._root = Path()
        self._plan: SitePlan | None = None
        self._pages: dict[str, FragmentPage] = {}

    def supply(self, linked: LinkedLibrary, documents: Callable[[str], Document]) -> None:
        """Gives a library that is linked already; without this the plugin reads it itself."""
        self._given = Articles(linked, documents)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._root = Path(self.config.root or Path(config.config_file_path or "mkdocs.yml").parent).resolve()
        articles = self._given or Articles(*read(self._root, self._day()))
        self._plan = plan_book(articles, self.config.book) if self.config.book else plan_library(articles)
        keep_offline(config)
        complete(config)
        config.use_directory_urls = False
        config.site_name = escape(config.site_name)
        config.site_author = escape(config.site_author) if config.site_author else None
        config.site_description = escape(config.site_description) if config.site_description else None
        config.nav = self._plan.nav
        config.theme.dirs.insert(0, str(theme_path() / "site"))
        config.theme.static_templates.discard("404.html")  # the portal has one for the whole site
        if not config.site_url:
            config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        assert self._plan is not None
        theme = () if self.config.assets else theme_files(files, config)
        built = Files([*theme, *own_files(self._root, self._plan.sources, config)])
        for entry in self._plan.pages:
            file = built.get_file_from_path(entry.source)
            if file is None:
                file = File.generated(config, entry.source, content="")
                file.dest_uri = entry.target
                built.append(file)
            page = FragmentPage(entry.title, file, config, self._plan.day, entry.meta, entry.make)
            self._pages[entry.target] = page
        return built

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        env.bytecode_cache = _COMPILED
        name_assets(env, self.config.assets)
        env.globals.update(page_policy=page_policy(), palettes=palettes(config))
        return env

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        assert self._plan is not None
        values: dict[str, Any] = {"textbuild": self._plan.facts[page.file.dest_uri]}
        context.update(values)  # type: ignore[typeddict-item]
        return context

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        return mended(output)

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        server.watch(str(self._root / "standards"))
        return server

    def on_post_build(self, config: MkDocsConfig) -> None:
        assert self._plan is not None
        write_searches(self._plan.searched, self._pages, Path(config.site_dir))
        self._plan.finish(Path(config.site_dir))

    def _day(self) -> datetime.date:
        given = self.config.as_of
        if isinstance(given, str):
            return datetime.date.fromisoformat(given)
        return given if isinstance(given, datetime.date) else datetime.date.today()
