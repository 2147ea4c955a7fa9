"""Readings of characters in the words of workshops, where pypinyin's tables take that of everyday speech."""

from __future__ import annotations

from collections.abc import Mapping

CHARACTERS: Mapping[str, str] = {
    "差": "chā,chà,chāi",
    "弹": "tán,dàn",
    "校": "jiào,xiào",
    "调": "tiáo,diào",
    "轧": "zhá,yà",
    "长": "cháng,zhǎng",
}
"""The likeliest reading first: pypinyin's phrases know 调度, 学校, 子弹 and 增长."""

WORDS: Mapping[str, str] = {
    "行数": "háng shù",
    "行间": "háng jiān",
    "割行": "gē háng",
    "多行": "duō háng",
    "垫圈": "diàn quān",
    "卡箍": "kǎ gū",
    "给定": "jǐ dìng",
    "给料": "jǐ liào",
    "给气": "jǐ qì",
    "给进": "jǐ jìn",
    "给油": "jǐ yóu",
    "给排水": "jǐ pái shuǐ",
    "伺服": "sì fú",
    "薄膜": "bó mó",
    "薄壁": "bó bì",
    "冷轧": "lěng zhá",
    "热轧": "rè zhá",
    "轧制": "zhá zhì",
    "粘度": "nián dù",
    "应力": "yìng lì",
    "冲压": "chōng yā",
    "重传": "chóng chuán",
    "重发": "chóng fā",
    "重放": "chóng fàng",
    "重联": "chóng lián",
    "重绕": "chóng rào",
    "重熔": "chóng róng",
    "重装": "chóng zhuāng",
    "重置": "chóng zhì",
    "调质": "tiáo zhì",
    "调速": "tiáo sù",
    "调平": "tiáo píng",
}
