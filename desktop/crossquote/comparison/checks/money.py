"""Sums of money: the amount and its currency."""

from functools import partial

from crossquote.comparison.check import Check, Proof
from crossquote.comparison.judging.quantity_findings import ask_quantity, quantity_findings
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Category, Severity
from crossquote.text.quantity import Sort

CHECK = Check(
    id="money",
    rank=40,
    category=(Category.MISTRANSLATION, Category.OMISSION, Category.ADDITION),
    severity=(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=partial(quantity_findings, sort=Sort.MONEY),
    classes=(ChangeClass.NUMBER,),
    needs="money",
    proof=Proof(asks=ask_quantity),
)
