"""The bill of materials: what is in the program, for machines (CycloneDX 1.6, JSON)."""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from contents import Component
from product import Product, release_time

# An expression of SPDX: identifiers joined by AND, OR, WITH.
_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def bill(product: Product, parts: Iterable[Component]) -> dict[str, Any]:
    """Return the bill of materials of `product`; the same parts give the same bill."""
    listed = [_component(part) for part in parts]
    root = f"pkg:generic/{product.name}@{product.version}"
    seed = root + "".join(f"{entry['name']}{entry.get('version', '')}" for entry in listed)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(release_time(), UTC).isoformat().replace("+00:00", "Z"),
            "component": {
                "type": "application", "bom-ref": root, "name": product.name, "version": product.version,
                "description": product.summary, "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": listed,
        "dependencies": [{"ref": root, "dependsOn": sorted(entry["bom-ref"] for entry in listed)}],
    }  # fmt: skip


def _component(part: Component) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": part.address or f"{part.name}@{part.version}",
        "name": part.name,
        "licenses": [_licence(part.licence)],
    }
    if part.version:
        entry["version"] = part.version
    if part.address:
        entry["purl"] = part.address
    if part.home:
        entry["externalReferences"] = [{"type": "website", "url": part.home}]
    return entry


def _licence(told: str) -> dict[str, Any]:
    return {"expression": told} if _SPDX.fullmatch(told) else {"license": {"name": told}}
