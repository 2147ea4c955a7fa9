"""The order of Chinese lists."""

from __future__ import annotations

import pytest

from textbuild.publish.pinyin import pinyin_key


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("重复", "chong fu"),
        ("重量", "zhong liang"),
        ("重联", "chong lian"),
        ("调压阀", "tiao ya fa"),
        ("调度", "diao du"),
        ("无级调速", "wu ji tiao su"),
        ("行程", "xing cheng"),
        ("株距行距", "zhu ju hang ju"),
        ("弹条", "tan tiao"),
        ("全长", "quan chang"),
        ("增长", "zeng zhang"),
        ("校准", "jiao zhun"),
        ("学校", "xue xiao"),
        ("热轧", "re zha"),
        ("薄膜电容", "bo mo dian rong"),
        ("伺服电机", "si fu dian ji"),
        ("弹簧垫圈", "tan huang dian quan"),
        ("粘度", "nian du"),
    ],
)
def test_characters_of_several_readings_are_read_as_in_a_workshop(word: str, told: str) -> None:
    assert pinyin_key(word)[1] == told


def test_latin_words_stand_under_their_letter_among_the_chinese() -> None:
    assert sorted(["电池", "DC-DC", "BMS", "包", "CAN", "传感器"], key=pinyin_key) == [
        "包", "BMS", "CAN", "传感器", "DC-DC", "电池",
    ]  # fmt: skip
