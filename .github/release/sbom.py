#!/usr/bin/env python3
"""sbom.py BINARY PARTS VERSION [--home URL]: prints what the command is made of, as CycloneDX 1.5.

The project uses no packages. What is in the executable beside its own sources is what the linker puts there, which
PARTS lists, a name and a version a line, with a tab between them; build.sh writes it. Needs nothing but Python 3.8.
"""
import argparse
import hashlib
import json
import pathlib

# Parts that may stand in PARTS, with their licences as SPDX writes them, and who makes them.
KNOWN = {
    "swift": ("Apache-2.0 WITH Swift-exception", "The Swift Project", "Swift's runtime, standard library and Dispatch"),
    "glibc": ("LGPL-2.1-or-later", "The GNU Project", "the C library"),
    "libstdc++": ("GPL-3.0-or-later WITH GCC-exception-3.1", "The GNU Project", "the C++ library, and GCC's runtime"),
}


def main():
    parser = argparse.ArgumentParser(prog="sbom")
    for name in ["binary", "parts", "version"]:
        parser.add_argument(name)
    parser.add_argument("--home", default="")
    options = parser.parse_args()
    digest = hashlib.sha256(pathlib.Path(options.binary).read_bytes()).hexdigest()
    own = {
        "type": "application",
        "bom-ref": "posting-lint",
        "name": "posting-lint",
        "version": options.version,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }
    if options.home:
        own["externalReferences"] = [{"type": "vcs", "url": options.home}]
    components = []
    for line in pathlib.Path(options.parts).read_text(encoding="utf-8").splitlines():
        name, version = line.split("\t")
        licence, maker, description = KNOWN[name]
        components.append({
            "type": "library",
            "bom-ref": name,
            "supplier": {"name": maker},
            "name": name,
            "version": version,
            "description": description,
            "licenses": [{"expression": licence}],
        })
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": own},
        "components": components,
        "dependencies": [{"ref": "posting-lint", "dependsOn": [part["bom-ref"] for part in components]}]
        + [{"ref": part["bom-ref"]} for part in components],
    }
    print(json.dumps(bill, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
