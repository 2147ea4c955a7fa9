from __future__ import annotations

import pytest
from PIL import Image

from tests.publish.press.conftest import profile_bytes
from textbuild.publish.press.inks import MOST_INK, PressProfile


@pytest.mark.parametrize("grey", [0.0, 0.067, 0.15])
def test_dark_grey_letters_become_full_black(profile: PressProfile, grey: float) -> None:
    assert profile.inks(grey, grey, grey) == (0, 0, 0, 1)


def test_grey_uses_black_ink_only(profile: PressProfile) -> None:
    assert profile.inks(0.5, 0.51, 0.5) == pytest.approx((0, 0, 0, 0.4967), abs=1e-3)


def test_white_is_paper(profile: PressProfile) -> None:
    assert profile.inks(1, 1, 1) == (0, 0, 0, 0)


def test_colours_are_those_of_the_profile(profile: PressProfile) -> None:
    cyan, magenta, yellow, _ = profile.inks(1, 0.2, 0.1)
    assert magenta > cyan
    assert yellow > 0.5


@pytest.mark.parametrize("colour", [(0, 0, 0.3), (0.3, 0, 0), (0, 0.2, 0.05), (0.1, 0, 0.5)])
def test_no_colour_has_more_ink_than_dries(profile: PressProfile, colour: tuple[float, float, float]) -> None:
    assert sum(profile.inks(*colour)) <= MOST_INK + 0.001


def test_no_pixel_has_more_ink_than_dries(profile: PressProfile) -> None:
    content = profile.image(Image.new("RGB", (3, 2), (0, 0, 60))).tobytes()
    assert max(sum(content[i : i + 4]) for i in range(0, len(content), 4)) <= 255 * MOST_INK


@pytest.mark.parametrize(
    "content", [b"", b"no profile", profile_bytes(space=b"RGB "), profile_bytes(device_class=b"mntr")]
)
def test_what_is_no_profile_of_a_press_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="profile"):
        PressProfile(content)
