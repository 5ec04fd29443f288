from pathlib import Path

from crossquote.translation.argos import Tokenizer

class Package:
    tokenizer: Tokenizer
    def __init__(self, package_path: Path) -> None: ...
