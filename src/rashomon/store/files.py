"""Files of a case's folder: written whole or not at all, and only where something changed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from rashomon.errors import InputError


def check_writable(folder: Path) -> None:
    """Raise InputError where nothing can be written into the folder; leaves no trace.

    The nearest folder that exists is tried, since those below it have yet to be made.
    """
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    if not place.is_dir():
        raise InputError(f"{folder}: {place} is a file, not a folder. Name another one with --out.")
    try:
        handle, name = tempfile.mkstemp(prefix=".rashomon-", dir=place)
    except OSError as error:
        raise InputError(
            f"{folder}: nothing can be written there ({error.strerror}). Name another folder with --out."
        ) from error
    os.close(handle)
    Path(name).unlink()


def write_if_changed(path: Path, text: str) -> bool:
    """Whether the file had to be written: UTF-8, whole or not at all, untouched where it says the same."""
    data = text.encode("utf-8", "replace")
    with contextlib.suppress(OSError):
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    _write(path, data)
    return True


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}). Choose another folder.") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # mkstemp gives 0600; a result is as readable as any other file of the folder.
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise InputError(f"{path}: cannot be written ({error.strerror}).") from error
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
