"""What makes an artefact stale."""

from textbuild.publish.fingerprint import changed


def test_nothing_built_before_means_everything_is_new() -> None:
    assert changed(None, {"modules": "1", "theme": "2"}) == ("modules", "theme")


def test_the_part_that_changed_is_named() -> None:
    assert changed({"modules": "1", "theme": "2"}, {"modules": "1", "theme": "3"}) == ("theme",)
    assert changed({"modules": "1"}, {"modules": "1"}) == ()
