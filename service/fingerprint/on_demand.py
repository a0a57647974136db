"""
Start the processes that read pictures when the first picture comes.
"""

import threading
from collections.abc import Sequence

from service.errors import Unavailable
from service.fingerprint.comparing import RegisteredLike
from service.fingerprint.features.comparison import Comparison
from service.fingerprint.orders import Developed, OrderLike
from service.fingerprint.paper import PaperOrderLike, PaperPage
from service.fingerprint.picture import Limits, Picture
from service.fingerprint.pool import PicturePool


class PicturesOnDemand:
    """
    A pool that does not run before it is needed.

    Most commands never see a picture, and starting the workers costs as much as
    reading five photos in each.
    """

    def __init__(self, size: int, limits: Limits) -> None:
        """
        Keep what the pool will be like; nothing runs yet.
        """
        self._size = size
        self._limits = limits
        self._lock = threading.Lock()
        self._pool: PicturePool | None = None
        self._is_closed = False

    def read(
        self, data: bytes, *, filename: str | None = None, with_preview: bool = False
    ) -> Picture:
        """
        Read one picture (see `PicturePool.read`).

        Raises:
            Unavailable: The service is stopping, or no worker can be started.
        """
        return self._started().read(data, filename=filename, with_preview=with_preview)

    def compare(
        self, preview_jpeg: bytes, views: bytes, registered: Sequence[RegisteredLike]
    ) -> Sequence[Comparison]:
        """
        Compare a picture with registered ones (see `PicturePool.compare`).

        Raises:
            Unavailable: The service is stopping, or no worker can be started.
        """
        if not registered:
            return ()
        return self._started().compare(preview_jpeg, views, registered)

    def develop(self, data: bytes, order: OrderLike, *, filename: str | None = None) -> Developed:
        """
        Make another picture of one (see `PicturePool.develop`).

        Raises:
            Unavailable: The service is stopping, or no worker can be started.
        """
        return self._started().develop(data, order, filename=filename)

    def read_paper(
        self, data: bytes, order: PaperOrderLike, *, filename: str | None = None
    ) -> Sequence[PaperPage]:
        """
        Tell what is ticked on pages of answers (see `PicturePool.read_paper`).

        Raises:
            Unavailable: The service is stopping, or no worker can be started.
        """
        return self._started().read_paper(data, order, filename=filename)

    def close(self) -> None:
        """
        End the processes, if they ever began.
        """
        with self._lock:
            self._is_closed = True
            if self._pool is not None:
                self._pool.close()

    def _started(self) -> PicturePool:
        """
        Give the running pool.
        """
        with self._lock:
            if self._is_closed:
                raise Unavailable("Pictures are not read any more: the service is stopping.")
            if self._pool is None:
                self._pool = PicturePool(self._size, self._limits)
            return self._pool
