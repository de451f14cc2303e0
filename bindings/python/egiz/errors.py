# SPDX-License-Identifier: Apache-2.0
"""What Egiz raises when no exception of Python's says it.

A wrong argument is a ValueError, a file that is not there a FileNotFoundError, one that must not be there a
FileExistsError, what the operating system refuses an OSError, Ctrl-C a KeyboardInterrupt.
"""


class Error(Exception):
    """A failure that Egiz reports; on its own: valid, but not something this version does."""


class ParseError(Error):
    """Input breaks its format, or a memory is damaged."""


class BusyError(Error):
    """Another writer holds the memory."""


class CancelledError(Error):
    """The progress function returned False: the work was undone."""
