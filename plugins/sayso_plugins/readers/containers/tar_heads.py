"""The heads of files in a tar archive, where one that is damaged or missing is no end of the archive."""

from __future__ import annotations

import tarfile as tar
from typing import Self


class Head(tar.TarInfo):
    """A head. Blocks of zeros end an archive; the module itself takes whatever is no head behind the first for its end.

    Raises:
        tarfile.ReadError: When one is read, if it is none.
    """

    @classmethod
    def fromtarfile(cls, tarfile: tar.TarFile) -> Self:
        """Read the next head."""
        try:
            return super().fromtarfile(tarfile)
        except (tar.EOFHeaderError, tar.SubsequentHeaderError):  # type: ignore[attr-defined]
            raise
        except tar.HeaderError as error:
            if tarfile.offset == 0:
                raise
            cut = isinstance(error, tar.EmptyHeaderError | tar.TruncatedHeaderError)  # type: ignore[attr-defined]
            said = "it ends without the blocks that end an archive" if cut else f"no file begins there ({error})"
            raise tar.ReadError(f"at byte {tarfile.offset:,} {said}") from None
