#!/usr/bin/env python3
"""wheel.py BINARY PAGES TARGET VERSION DIST [--home URL] [--sbom FILE]: packs the command as a wheel for pip.

BINARY is the executable for TARGET (x86_64-linux, aarch64-linux or universal-macos), PAGES the folder that pages.sh
wrote. The wheel holds no Python: installing it puts the executable into the environment's bin folder, and the manual
page and the completions below share. The same input gives the same bytes. Needs nothing but Python 3.8.
"""
import argparse
import base64
import hashlib
import pathlib
import re
import zipfile

# The executables for Linux hold all that they need and ask for Linux 3.2 or later, whatever C library the system has:
# glibc 2.17 and musl 1.1 are the oldest that pip and PyPI name and that come with such a kernel. The one for macOS holds
# both architectures; its number is the oldest macOS in Package.swift.
PLATFORMS = {
    "x86_64-linux": ["manylinux_2_17_x86_64", "manylinux2014_x86_64", "musllinux_1_1_x86_64"],
    "aarch64-linux": ["manylinux_2_17_aarch64", "manylinux2014_aarch64", "musllinux_1_1_aarch64"],
    "universal-macos": ["macosx_14_0_universal2"],
}

# The places below the environment's folder, for what pages.sh writes.
SHARED = {
    "man/man1/posting-lint.1": "share/man/man1/posting-lint.1",
    "man/fr/man1/posting-lint.1": "share/man/fr/man1/posting-lint.1",
    "completions/posting-lint.bash": "share/bash-completion/completions/posting-lint",
    "completions/_posting-lint": "share/zsh/site-functions/_posting-lint",
    "completions/posting-lint.fish": "share/fish/vendor_completions.d/posting-lint.fish",
}


def python_version(version):
    """VERSION as Python writes versions: 1.2.0-rc.1 is 1.2.0rc1 there."""
    match = re.fullmatch(r"(\d+\.\d+\.\d+)(?:-(alpha|beta|rc)\.(\d+))?", version)
    if not match:
        raise SystemExit(f"wheel: {version} cannot be written as a version of Python")
    number, stage, ordinal = match.groups()
    return number + ({"alpha": "a", "beta": "b", "rc": "rc"}[stage] + ordinal if stage else "")


def metadata(version, home):
    """The METADATA file."""
    description = (pathlib.Path(__file__).parent / "wheel.md").read_text(encoding="utf-8")
    lines = [
        "Metadata-Version: 2.1",
        "Name: posting-lint",
        f"Version: {version}",
        "Summary: Check the front matter and links of Markdown job postings",
        "Description-Content-Type: text/markdown; charset=UTF-8; variant=GFM",
        "Keywords: lint,linter,markdown,front matter,yaml,toml,json schema,job posting,pre-commit,language server",
        "Classifier: Development Status :: 4 - Beta",
        "Classifier: Environment :: Console",
        "Classifier: Natural Language :: English",
        "Classifier: Natural Language :: French",
        "Classifier: Operating System :: MacOS",
        "Classifier: Operating System :: POSIX :: Linux",
        "Classifier: Topic :: Software Development :: Quality Assurance",
        "Classifier: Topic :: Text Processing :: Markup :: Markdown",
        "Requires-Python: >=3.8",
    ]
    if home:
        lines += [f"Project-URL: Homepage, {home}", f"Project-URL: Issues, {home}/issues"]
        lines += [f"Project-URL: Changelog, {home}/blob/main/.github/CHANGELOG.md"]
    return "\n".join(lines) + "\n\n" + description


def main():
    parser = argparse.ArgumentParser(prog="wheel")
    for name in ["binary", "pages", "target", "version", "dist"]:
        parser.add_argument(name)
    parser.add_argument("--home", default="")
    parser.add_argument("--sbom")
    options = parser.parse_args()
    if options.target not in PLATFORMS:
        parser.error(f"no wheel for {options.target}")
    platforms = PLATFORMS[options.target]
    version = python_version(options.version)
    pages = pathlib.Path(options.pages)

    data, info = f"posting_lint-{version}.data", f"posting_lint-{version}.dist-info"
    files = [(f"{data}/scripts/posting-lint", pathlib.Path(options.binary).read_bytes())]
    for source, place in SHARED.items():
        files.append((f"{data}/data/{place}", (pages / source).read_bytes()))
    if options.sbom:
        files.append((f"{info}/sboms/posting-lint.cdx.json", pathlib.Path(options.sbom).read_bytes()))
    wheel = ["Wheel-Version: 1.0", "Generator: posting-lint", "Root-Is-Purelib: false"]
    wheel += [f"Tag: py3-none-{platform}" for platform in platforms]
    files.append((f"{info}/METADATA", metadata(version, options.home).encode()))
    files.append((f"{info}/WHEEL", ("\n".join(wheel) + "\n").encode()))
    record = ""
    for name, content in files:
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={digest},{len(content)}\n"
    files.append((f"{info}/RECORD", f"{record}{info}/RECORD,,\n".encode()))

    dist = pathlib.Path(options.dist)
    dist.mkdir(parents=True, exist_ok=True)
    path = dist / f"posting_lint-{version}-py3-none-{'.'.join(platforms)}.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files:
            # The earliest time that the format knows; never the time of the build.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = (0o100755 if name.endswith("/scripts/posting-lint") else 0o100644) << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    print(path)


if __name__ == "__main__":
    main()
