"""A book as a web site, with MkDocs and Material as a skin. The only code that knows them."""

from textbuild.publish.site.assets import site_assets
from textbuild.publish.site.book import build_book_site
from textbuild.publish.site.options import SiteOptions

__all__ = ["SiteOptions", "build_book_site", "site_assets"]
