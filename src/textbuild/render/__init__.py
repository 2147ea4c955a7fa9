"""A linked module as an HTML fragment with its headings, plain text and formulas, for any medium."""

from textbuild.render.addresses import Addresses, Medium, Online, id_in
from textbuild.render.formula import Formulas, MathmlFormulas, formulas_of
from textbuild.render.fragment import Fragment, render
from textbuild.render.numbering import Number, Numbering, number_book
from textbuild.render.quiz import AnswerKey
from textbuild.render.sections import TextSection, plain_text
from textbuild.render.term import first_uses
from textbuild.render.words import Words, words_of

__all__ = [
    "Addresses",
    "AnswerKey",
    "Formulas",
    "Fragment",
    "MathmlFormulas",
    "Medium",
    "Number",
    "Numbering",
    "Online",
    "TextSection",
    "Words",
    "first_uses",
    "formulas_of",
    "id_in",
    "number_book",
    "plain_text",
    "render",
    "words_of",
]
