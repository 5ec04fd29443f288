"""Windows's job objects: processes that are limited and ended together, and with the program that made the job."""

import ctypes
import sys

_EXTENDED_LIMITS = 9
_KILL_ON_CLOSE, _DIE_ON_EXCEPTION, _JOB_MEMORY = 0x2000, 0x400, 0x200
_TERMINATE, _SET_QUOTA, _ASK = 0x0001, 0x0100, 0x1000
_TICKS = 10_000_000
"""Units of a hundred nanoseconds in a second, in which Windows tells times."""


class _BasicLimits(ctypes.Structure):
    """Windows calls it JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("per_process_user_time_limit", ctypes.c_int64),
        ("per_job_user_time_limit", ctypes.c_int64),
        ("limit_flags", ctypes.c_uint32),
        ("minimum_working_set_size", ctypes.c_size_t),
        ("maximum_working_set_size", ctypes.c_size_t),
        ("active_process_limit", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    """Windows calls it JOBOBJECT_EXTENDED_LIMIT_INFORMATION; six counters of input and output stand between."""

    _fields_ = (
        ("basic_limit_information", _BasicLimits),
        ("io_info", ctypes.c_uint64 * 6),
        ("process_memory_limit", ctypes.c_size_t),
        ("job_memory_limit", ctypes.c_size_t),
        ("peak_process_memory_used", ctypes.c_size_t),
        ("peak_job_memory_used", ctypes.c_size_t),
    )


def limits(memory: int | None) -> _ExtendedLimits:
    """Return the limits of a job that ends with its maker and, unless it is None, may have `memory` bytes at once."""
    asked = _ExtendedLimits()
    asked.basic_limit_information.limit_flags = _KILL_ON_CLOSE | _DIE_ON_EXCEPTION
    if memory is not None:
        asked.basic_limit_information.limit_flags |= _JOB_MEMORY
        asked.job_memory_limit = memory
    return asked


if sys.platform == "win32":
    from ctypes import wintypes

    class JobObject:
        """A job object of Windows; an `OSError` says why one can't be had."""

        def __init__(self, memory: int | None) -> None:
            self._kernel = _kernel()
            self._first = 0
            self._job = _found(self._kernel.CreateJobObjectW(None, None))
            asked = limits(memory)
            _found(
                self._kernel.SetInformationJobObject(
                    self._job, _EXTENDED_LIMITS, ctypes.byref(asked), ctypes.sizeof(asked)
                )
            )

        def take_in(self, process: int) -> None:
            """Put the process of that number into the job, with all that it will start."""
            wanted = _TERMINATE | _SET_QUOTA | _ASK
            self._first = _found(self._kernel.OpenProcess(wanted, False, process))  # noqa: FBT003 - Windows's
            _found(self._kernel.AssignProcessToJobObject(self._job, self._first))

        def worked(self) -> float:
            """Return for how many seconds the process that was put into the job has worked."""
            times = [ctypes.c_uint64() for _ in range(4)]  # when it began and ended; in the kernel and in its own code
            _found(self._kernel.GetProcessTimes(self._first, *map(ctypes.byref, times)))
            return (times[2].value + times[3].value) / _TICKS

        def end(self) -> None:
            """End every process of the job, and the job."""
            if self._job:
                self._kernel.TerminateJobObject(self._job, 1)
                self._kernel.CloseHandle(self._job)
                self._kernel.CloseHandle(self._first)
                self._job = self._first = 0

    def _kernel() -> ctypes.WinDLL:
        """Return kernel32 with the types of what is called, without which 64-bit handles would be cut."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle, number, truth = wintypes.HANDLE, wintypes.DWORD, wintypes.BOOL
        for name, result, arguments in (
            ("CreateJobObjectW", handle, (ctypes.c_void_p, wintypes.LPCWSTR)),
            ("SetInformationJobObject", truth, (handle, ctypes.c_int, ctypes.c_void_p, number)),
            ("OpenProcess", handle, (number, truth, number)),
            ("AssignProcessToJobObject", truth, (handle, handle)),
            ("GetProcessTimes", truth, (handle, *(ctypes.c_void_p,) * 4)),
            ("TerminateJobObject", truth, (handle, wintypes.UINT)),
            ("CloseHandle", truth, (handle,)),
        ):
            function = getattr(kernel, name)
            function.restype, function.argtypes = result, arguments
        return kernel

    def _found(result: int | None) -> int:
        if not result:
            raise ctypes.WinError(ctypes.get_last_error())
        return result
