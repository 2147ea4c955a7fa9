"""The search of a site as static files: an inverted index in small parts that a page loads as scripts (decision 0010).

`themes/site/assets/search-index.js` reads what this package writes; a property test holds the two together.
"""

from textbuild.publish.search.content import Collection, SearchPage, Section
from textbuild.publish.search.files import INDEX, NotAnIndexError, read_index, write_index
from textbuild.publish.search.index import Index, index_of, merged

__all__ = [
    "INDEX",
    "Collection",
    "Index",
    "NotAnIndexError",
    "SearchPage",
    "Section",
    "index_of",
    "merged",
    "read_index",
    "write_index",
]
