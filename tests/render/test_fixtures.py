"""Golden tests: `fixtures/*.md` hold Markdown and the HTML it becomes on the site and in print.

`python -m tests.render.update_fixtures` writes the HTML anew; look at the difference before you keep it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.fixtures import Case, cases
from tests.render.sample import rendered


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file.stem}: {case.title}")
def test_markdown_becomes_html(case: Case, tmp_path: Path) -> None:
    assert rendered(tmp_path, case.markdown, "site").html == case.site
    assert rendered(tmp_path, case.markdown, "print").html == case.print
