"""Screen colours to the four inks of a press, through the press's own ICC profile."""

from __future__ import annotations

import io
from functools import cached_property

from PIL import Image, ImageCms

MOST_INK = 3.0
"""Sum of the four inks, 1 each: more does not dry on coated paper."""
_NEUTRAL = 0.03
"""Largest difference of red, green and blue of what is printed as a grey."""
_BLACK = 0.15
"""Greys darker than this are the black of text: full black ink, so that letters get no screen."""

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each 0 to 1."""


class PressProfile:
    """The press's profile. Raises ValueError for content that is no profile of a printer with four inks."""

    def __init__(self, content: bytes) -> None:
        try:
            self._profile = ImageCms.ImageCmsProfile(io.BytesIO(content))
        except (OSError, ImageCms.PyCMSError) as error:
            raise ValueError(f"not an ICC profile: {error}") from error
        described = self._profile.profile
        if described.xcolor_space.strip() != "CMYK" or described.device_class != "prtr":
            raise ValueError("the profile is not one of a printer with the inks CMYK")
        self.content = content
        self._known: dict[tuple[float, float, float], Inks] = {}
        self.name = str(described.profile_description or "CMYK")

    @cached_property
    def _from_screen(self) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            self._profile,
            "RGB",
            "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )

    def inks(self, red: float, green: float, blue: float) -> Inks:
        """The inks of one sRGB colour, each channel 0 to 1. Greys and blacks use black ink only."""
        colour = red, green, blue
        if colour not in self._known:
            self._known[colour] = self._inks(*colour)
        return self._known[colour]

    def _inks(self, red: float, green: float, blue: float) -> Inks:
        if max(red, green, blue) - min(red, green, blue) <= _NEUTRAL:
            grey = (red + green + blue) / 3
            return (0, 0, 0, 1 if grey <= _BLACK else round(1 - grey, 4))
        pixel = Image.new("RGB", (1, 1), tuple(round(255 * min(1, max(0, v))) for v in (red, green, blue)))
        converted = self.image(pixel).getpixel((0, 0))
        assert isinstance(converted, tuple)
        cyan, magenta, yellow, black = (round(value / 255, 4) for value in converted)
        return cyan, magenta, yellow, black

    def image(self, picture: Image.Image) -> Image.Image:
        """An RGB picture in CMYK, nowhere with more ink than `MOST_INK`."""
        converted = ImageCms.applyTransform(picture, self._from_screen)
        assert converted is not None
        return _limited(converted)


def _limited(picture: Image.Image) -> Image.Image:
    """Takes cyan, magenta and yellow back where the four together are too much; black keeps the drawing."""
    content = bytearray(picture.tobytes())
    most = int(255 * MOST_INK)
    for start in range(0, len(content), 4):
        colours, black = sum(content[start : start + 3]), content[start + 3]
        if colours + black > most:
            for channel in range(start, start + 3):
                content[channel] = content[channel] * (most - black) // colours
    return Image.frombytes("CMYK", picture.size, bytes(content))
