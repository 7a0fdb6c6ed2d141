"""The heads of files in a tar archive, where one that is damaged or missing is no end of the archive."""

from __future__ import annotations

import tarfile
from typing import Self


class Head(tarfile.TarInfo):
    """A head. Blocks of zeros end an archive; the module itself takes whatever is no head behind the first for its end.

    Raises:
        tarfile.ReadError: When one is read, if it is none.
    """

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        """Read the next head."""
        try:
            return super().fromtarfile(archive)
        except (tarfile.EOFHeaderError, tarfile.SubsequentHeaderError):  # type: ignore[attr-defined]
            raise
        except tarfile.HeaderError as error:
            if archive.offset == 0:
                raise
            cut = isinstance(error, tarfile.EmptyHeaderError | tarfile.TruncatedHeaderError)  # type: ignore[attr-defined]
            said = "it ends without the blocks that end an archive" if cut else f"no file begins there ({error})"
            raise tarfile.ReadError(f"at byte {archive.offset:,} {said}") from None
