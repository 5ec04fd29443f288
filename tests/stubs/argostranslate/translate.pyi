from argostranslate.package import Package

class Hypothesis:
    value: str
    score: float

class PackageTranslation:
    def __init__(self, from_lang: None, to_lang: None, pkg: Package) -> None: ...
    def translate(self, input_text: str) -> str: ...
    def hypotheses(self, input_text: str, num_hypotheses: int = 4) -> list[Hypothesis]: ...
