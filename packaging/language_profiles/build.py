"""Makes `resources/profiles/*.bin`: python -m language_profiles.build --from FOLDER_OF_THE_CLONES [SCRIPT …]."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from language_profiles.sources import SETTINGS, blend
from language_profiles.train import Size, Trained, train

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "profiles"
# A feature that speaks this little for or against every language is left out.
_LEAST = 4


def pack(languages: Sequence[str], trained: Trained) -> bytes:
    """Return a profile file: weights around their mean, in bytes."""
    weights = trained.weights - trained.weights.mean(1, keepdims=True)
    scale = round(float(np.quantile(np.abs(weights), 0.9999)) / 127, 6)
    steps = np.clip(np.round(weights / scale), -127, 127).astype(np.int16)
    strong = np.abs(steps).max(1) >= _LEAST
    order = sorted(np.flatnonzero(strong).tolist(), key=lambda row: trained.features[row])
    names = "\n".join(trained.features[row] for row in order).encode()
    weights_in_bytes: bytes = (steps[order] + 128).astype(np.uint8).tobytes()
    length = len(names) + len(weights_in_bytes)
    header = json.dumps({"languages": list(languages), "scale": scale, "features": len(order), "length": length})
    return f"{header}\n".encode() + names + weights_in_bytes


def main() -> None:
    """Make the profiles of the scripts named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("scripts", nargs="*")
    arguments = parser.parse_args()
    for script in arguments.scripts or SETTINGS["scripts"]:
        settings = SETTINGS["scripts"][script]
        words = [blend(arguments.folder, language, script) for language in settings["languages"]]
        packed = pack(settings["languages"], train(words, Size(settings["features"], settings["texts"])))
        (_TARGET / f"{script.lower()}.bin").write_bytes(packed)
        sys.stdout.write(f"{script}: {len(settings['languages'])} languages, {len(packed)} bytes\n")


if __name__ == "__main__":
    main()
