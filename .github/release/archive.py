#!/usr/bin/env python3
"""archive.py BINARY PAGES TARGET DIST: packs the command as posting-lint-TARGET.tar.gz.

PAGES is the folder that pages.sh wrote; it goes into the archive beside the executable. The same input gives the same
bytes. Needs nothing but Python 3.8.
"""
import gzip
import io
import pathlib
import sys
import tarfile


def main():
    binary, pages, target, dist = sys.argv[1:]
    pages = pathlib.Path(pages)
    files = [("posting-lint", pathlib.Path(binary), 0o755)]
    for path in sorted(pages.rglob("*")):
        if path.is_file():
            files.append((path.relative_to(pages).as_posix(), path, 0o644))
    dist = pathlib.Path(dist)
    dist.mkdir(parents=True, exist_ok=True)
    path = dist / f"posting-lint-{target}.tar.gz"
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
            for name, source, mode in files:
                content = source.read_bytes()
                # Owner 0, no names, and the time 0: nothing of the machine that packs.
                entry = tarfile.TarInfo(name)
                entry.size, entry.mode = len(content), mode
                archive.addfile(entry, io.BytesIO(content))
    print(path)


if __name__ == "__main__":
    main()
