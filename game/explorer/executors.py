"""Where games are played: here, in processes of this machine, or on a cluster."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from game.explorer.faults import ExplorerError

P = ParamSpec("P")
T = TypeVar("T")

MOST_WORKERS = 256
PATIENCE = 10  # seconds to wait for a scheduler


class Serial(Executor):
    """Plays at once, in this process."""

    workers = 1

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A future that is done when it is returned."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Remembering(Serial):
    """Plays at once, and what was played is not played again while the same run is asked for."""

    MOST = 240  # chunks that are kept; those longest unused are forgotten

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Any, ...], tuple[Any, Future[Any]]] = OrderedDict()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A future that is done; it is told apart by the very run, which is kept with it."""
        run, *which = args
        key = (fn, id(run), *which)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        future = super().submit(fn, *args, **kwargs)
        if future.exception() is None:
            self._kept[key] = run, future
        while len(self._kept) > self.MOST:
            self._kept.popitem(last=False)
        return future


class Stopped(Exception):
    """Nobody waits for these games any more."""


_watched = threading.local()


@contextmanager
def stopping(when: Callable[[], bool]) -> Iterator[None]:
    """Games that are played in this thread stop at the next decision point once `when` says so."""
    before = getattr(_watched, "when", None)
    _watched.when = when
    try:
        yield
    finally:
        _watched.when = before


def heed() -> None:
    """Raise Stopped if the games of this thread are to stop."""
    when = getattr(_watched, "when", None)
    if when is not None and when():
        raise Stopped


def plays_here(executor: Executor) -> bool:
    """Whether games are played in this process, and a run need not be packed."""
    return isinstance(executor, Serial)


def ahead_of(executor: Executor) -> int:
    """How many chunks to keep under way, so that no worker waits and memory stays bounded."""
    if plays_here(executor):
        return 1
    workers = getattr(executor, "_max_workers", None) or getattr(executor, "workers", None)
    return 2 * (workers or os.cpu_count() or 1)


@contextmanager
def processes(workers: int) -> Iterator[Executor]:
    """So many processes; an interrupt from the keyboard reaches this one alone."""
    if not 1 <= workers <= MOST_WORKERS:
        raise ExplorerError(f"--workers is {workers}; allowed is 1 to {MOST_WORKERS}")
    if workers == 1:
        yield Serial()
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, _leave_interrupts)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _judge_address(address: str) -> None:
    """Raise ValueError for what is no address; a client that was given it would not end well."""
    from distributed.comm import addressing, registry

    known: Any = addressing, registry
    scheme, place = known[0].parse_address(address)
    known[1].get_backend(scheme)
    known[0].parse_host_port(place)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of a dask scheduler, which must have this program installed."""
    try:
        import distributed
    except ImportError:
        raise ExplorerError("--scheduler needs dask; install drafting-committee[cluster]") from None
    library: Any = distributed  # its functions come without types
    try:
        _judge_address(address)
        client = library.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        said = " ".join(str(error).split())[:120]
        raise ExplorerError(
            f"--scheduler: no dask scheduler answers at `{address}` ({said}); "
            "write its address, as tcp://127.0.0.1:8786"
        ) from error
    with client:
        workers: dict[str, Any] = client.scheduler_info(n_workers=-1)["workers"]
        if not workers:
            raise ExplorerError(f"--scheduler: `{address}` has no workers; start some")
        executor = client.get_executor(pure=False)
        executor.workers = sum(each["nthreads"] for each in workers.values())
        yield executor
        executor.shutdown(wait=False)
