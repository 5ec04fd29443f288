"""Sums of money: the amount and its currency."""

from functools import partial

from crossquote.comparison.check import Check, Proof
from crossquote.comparison.judging.quantity_findings import ask_quantity, quantity_findings
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Severity
from crossquote.text.quantity import Sort

CHECK = Check(
    id="money",
    rank=40,
    category=("accuracy/mistranslation", "accuracy/omission", "accuracy/addition"),
    severity=(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR),
    run=partial(quantity_findings, sort=Sort.MONEY),
    classes=(ChangeClass.NUMBER,),
    needs="money",
    proof=Proof(asks=ask_quantity),
)
