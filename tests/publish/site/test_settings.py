"""What a book takes over from its library's `mkdocs.yml`, which comes from outside."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from textbuild.publish.site.settings import default_settings, root_settings

REPOSITORY = Path(__file__).parents[3]


def settings_of(text: str, folder: Path) -> dict[str, object]:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return root_settings(folder)


def test_features_are_taken_over(tmp_path: Path) -> None:
    text = "theme: {name: material, features: [navigation.tabs, navigation.instant, {a: b}, 1]}\n"
    found = settings_of(text, tmp_path)
    assert found["theme"] == {"features": ["navigation.tabs"]}


@pytest.mark.parametrize(
    "text",
    [
        "hooks: [evil.py]\n",
        "theme: {name: material, custom_dir: overrides}\n",
        "theme: !!python/object/apply:os.system [echo evil]\n",
        "theme: {features: {a: b}, palette: [{toggle: {icon: ../../../etc/passwd}}]}\n",
        "plugins: [macros]\n",
        "[]\n",
        "",
        "a: [unclosed\n",
    ],
)
def test_nothing_that_runs_or_has_another_form_is_taken_over(text: str, tmp_path: Path) -> None:
    found = settings_of(text, tmp_path)
    assert not found.get("theme")
    assert set(found) <= {"theme"}


def test_a_file_of_a_million_aliases_is_not_unfolded(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    assert settings_of("\n".join(lines), tmp_path) == {}


def test_a_file_in_another_encoding_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes("site_name: 教材".encode("gbk"))
    assert root_settings(tmp_path) == {}


def test_our_own_library_shows_the_defaults() -> None:
    own, defaults = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text("utf-8")), default_settings()
    assert own["theme"] == defaults["theme"]
