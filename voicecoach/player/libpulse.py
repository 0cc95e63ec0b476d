"""PulseAudio's client library, as far as playing needs it, by ctypes: it is there wherever its server is, or PipeWire.

Every function must be called with the main loop's lock held, but for those of the loop itself.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import POINTER, Structure, c_char_p, c_int, c_int64, c_long, c_size_t, c_uint8, c_uint32, c_uint64, c_void_p
from functools import cache

LIBRARY = "libpulse.so.0"

CONTEXT_READY, CONTEXT_FAILED = 4, 5
STREAM_READY, STREAM_FAILED = 2, 3
OPERATION_RUNNING = 0
NO_AUTOSPAWN = 1
SEEK_RELATIVE = 0
INTERPOLATED, TIMED, EARLY_REQUESTS = 0x0002, 0x0008, 0x4000
"""Of a stream: its time goes on between messages, these are asked for now and then, and the sink asks early for more.

With early requests the buffer is the server's and not the sound card's, so that what is in it can be written anew.
"""
SIXTEEN_BITS = 3 if sys.byteorder == "little" else 4
ERROR = c_size_t(-1).value
"""What functions that give a size give instead, when there is none."""

Notice = ctypes.CFUNCTYPE(None, c_void_p, c_void_p)
"""Called with a stream and nothing, in the library's thread."""


class SampleSpec(Structure):
    """`pa_sample_spec`."""

    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class BufferAttr(Structure):
    """`pa_buffer_attr`, in bytes."""

    _fields_ = (
        ("maxlength", c_uint32),
        ("tlength", c_uint32),
        ("prebuf", c_uint32),
        ("minreq", c_uint32),
        ("fragsize", c_uint32),
    )


class TimingInfo(Structure):
    """`pa_timing_info`, its beginning."""

    _fields_ = (
        ("timestamp_s", c_long),
        ("timestamp_us", c_long),
        ("synchronized_clocks", c_int),
        ("sink_us", c_uint64),
        ("source_us", c_uint64),
        ("transport_us", c_uint64),
        ("playing", c_int),
        ("write_index_corrupt", c_int),
        ("write_index", c_int64),
        ("read_index_corrupt", c_int),
        ("read_index", c_int64),
    )


class SinkInfo(Structure):
    """`pa_sink_info`, its beginning."""

    _fields_ = (("name", c_char_p), ("index", c_uint32), ("description", c_char_p))


SinkFound = ctypes.CFUNCTYPE(None, c_void_p, POINTER(SinkInfo), c_int, c_void_p)
"""Called with the context, a sink, whether it was the last (then there is none), and nothing."""

_FUNCTIONS = {
    "pa_strerror": (c_char_p, c_int),
    "pa_threaded_mainloop_new": (c_void_p,),
    "pa_threaded_mainloop_free": (None, c_void_p),
    "pa_threaded_mainloop_start": (c_int, c_void_p),
    "pa_threaded_mainloop_stop": (None, c_void_p),
    "pa_threaded_mainloop_lock": (None, c_void_p),
    "pa_threaded_mainloop_unlock": (None, c_void_p),
    "pa_threaded_mainloop_get_api": (c_void_p, c_void_p),
    "pa_context_new": (c_void_p, c_void_p, c_char_p),
    "pa_context_connect": (c_int, c_void_p, c_char_p, c_int, c_void_p),
    "pa_context_disconnect": (None, c_void_p),
    "pa_context_unref": (None, c_void_p),
    "pa_context_errno": (c_int, c_void_p),
    "pa_context_get_state": (c_int, c_void_p),
    "pa_context_get_sink_info_list": (c_void_p, c_void_p, SinkFound, c_void_p),
    "pa_operation_get_state": (c_int, c_void_p),
    "pa_operation_cancel": (None, c_void_p),
    "pa_operation_unref": (None, c_void_p),
    "pa_stream_new": (c_void_p, c_void_p, c_char_p, POINTER(SampleSpec), c_void_p),
    "pa_stream_connect_playback": (c_int, c_void_p, c_char_p, POINTER(BufferAttr), c_int, c_void_p, c_void_p),
    "pa_stream_disconnect": (c_int, c_void_p),
    "pa_stream_unref": (None, c_void_p),
    "pa_stream_get_state": (c_int, c_void_p),
    "pa_stream_writable_size": (c_size_t, c_void_p),
    "pa_stream_write": (c_int, c_void_p, c_char_p, c_size_t, c_void_p, c_int64, c_int),
    "pa_stream_update_timing_info": (c_void_p, c_void_p, c_void_p, c_void_p),
    "pa_stream_get_timing_info": (POINTER(TimingInfo), c_void_p),
    "pa_stream_get_time": (c_int, c_void_p, POINTER(c_uint64)),
    "pa_stream_set_underflow_callback": (None, c_void_p, Notice, c_void_p),
    "pa_stream_set_started_callback": (None, c_void_p, Notice, c_void_p),
}
"""What they return, and what they take."""


@cache
def library() -> ctypes.CDLL:
    """The library. Raises OSError where it can't be loaded, AttributeError where it is too old."""
    found = ctypes.CDLL(LIBRARY)
    for name, (result, *arguments) in _FUNCTIONS.items():
        function = getattr(found, name)
        function.restype, function.argtypes = result, arguments
    return found


def is_there() -> bool:
    """Whether the library can be used."""
    try:
        library()
    except (OSError, AttributeError):
        return False
    return sys.platform == "linux"
