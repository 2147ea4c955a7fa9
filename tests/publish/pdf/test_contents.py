from __future__ import annotations

from textbuild.publish.pdf.contents import sections_to_list


def test_sections_that_every_module_has_are_not_listed() -> None:
    assert sections_to_list([["任务情境", "自测"], ["任务情境", "自测", "拓展"]]) == frozenset()


def test_sections_of_one_module_are_listed() -> None:
    assert sections_to_list([["安装", "小结"], ["检查", "出版", "小结"]]) == {"安装", "检查", "出版"}


def test_more_sections_than_fill_two_pages_are_not_listed() -> None:
    assert sections_to_list([[str(number) for number in range(120)]]) == frozenset()
