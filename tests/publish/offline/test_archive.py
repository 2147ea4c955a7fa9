"""ZIPs are the same whenever they are made, and their names are safe on any system."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textbuild.publish.offline.archive import folder_name, write_archive

EPOCH = 1_795_478_400


def archive(folder: Path, name: str = "a.zip") -> Path:
    picture, film = folder / "picture.svg", folder / "film.mp4"
    picture.write_text("<svg/>" * 100)
    film.write_bytes(b"film" * 100)
    entries: list[tuple[str, Path | str]] = [("首页.html", "<p>你好</p>"), ("图.svg", picture), ("片.mp4", film)]
    write_archive(folder / name, "新能源汽车技术", entries, EPOCH)
    return folder / name


def test_the_same_content_gives_the_same_bytes_whatever_the_files_times(tmp_path: Path) -> None:
    first = archive(tmp_path).read_bytes()
    for path in tmp_path.iterdir():
        os.utime(path, (1, 1))
    assert archive(tmp_path, "b.zip").read_bytes() == first


def test_chinese_names_carry_the_flag_for_utf_8(tmp_path: Path) -> None:
    with ZipFile(archive(tmp_path)) as opened:
        assert [one.filename for one in opened.infolist()] == [
            "新能源汽车技术/首页.html",
            "新能源汽车技术/图.svg",
            "新能源汽车技术/片.mp4",
        ]
        assert all(one.flag_bits & 0x800 for one in opened.infolist())
        assert opened.read("新能源汽车技术/首页.html").decode() == "<p>你好</p>"


def test_what_is_packed_already_is_not_packed_again(tmp_path: Path) -> None:
    with ZipFile(archive(tmp_path)) as opened:
        assert [one.compress_type for one in opened.infolist()] == [ZIP_DEFLATED, ZIP_DEFLATED, ZIP_STORED]


def test_a_time_before_zips_is_the_first_that_they_know(tmp_path: Path) -> None:
    write_archive(tmp_path / "a.zip", "a", [("b", "")], 0)
    assert ZipFile(tmp_path / "a.zip").infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("新能源汽车技术", "新能源汽车技术"),
        ("电池: 安装/检测?", "电池 安装 检测"),
        ("..", "ev"),
        ("CON", "ev"),
        ("nul.x", "ev"),
        ("动力电池\u202e\u200b ", "动力电池"),
        ("长" * 99, "长" * 40),
    ],
)
def test_a_title_becomes_the_name_of_a_folder(title: str, name: str) -> None:
    assert folder_name(title, "ev") == name


@given(st.text())
def test_no_title_leads_out_of_the_folder(title: str) -> None:
    name = folder_name(title, "ev")
    assert name
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(" .")
