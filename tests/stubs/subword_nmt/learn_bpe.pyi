from collections.abc import Iterable
from typing import TextIO

def learn_bpe(infile: Iterable[str], outfile: TextIO, num_symbols: int) -> None: ...
